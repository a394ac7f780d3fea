package dev.fairlead.adopt;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.model.Resource;
import dev.fairlead.render.Templates;
import dev.fairlead.source.SpecReader;
import dev.fairlead.tree.Mapping;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Compares what the written spec renders to with the input, and reports each difference. So nothing
 * is lost without a word, whatever the writing of entries forgets.
 */
final class Comparison {
  private final Diagnostics diagnostics;

  Comparison(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  void compare(Attempt attempt) {
    Templates templates = Templates.load();
    Map<String, String> rendered = new HashMap<>();
    for (Resource resource : attempt.made()) {
      rendered.put(key(resource), templates.text(resource));
    }
    for (Found origin : attempt.origins()) {
      String text = rendered.remove(key(origin.kind(), origin.namespace(), origin.name()));
      if (text == null) {
        throw new IllegalStateException("the spec lost " + ObjectName.of(origin));
      }
      compare(origin, text);
    }
    if (!rendered.isEmpty()) {
      throw new IllegalStateException("the spec makes more: " + rendered.keySet());
    }
  }

  private static String key(Resource resource) {
    String namespace = resource.metadata().namespace().map(n -> n.value()).orElse("");
    return key(resource.kind().toString(), namespace, resource.metadata().name().value());
  }

  private static String key(String kind, String namespace, String name) {
    return kind + " " + namespace + "/" + name;
  }

  private void compare(Found origin, String text) {
    Mapping there = WrittenOut.added(origin.own());
    if (text.equals(RenderedText.of(there))) {
      return;
    }
    Mapping rendered =
        (Mapping)
            SpecReader.asKubectl(new Diagnostics())
                .read("rendered", text.getBytes(StandardCharsets.UTF_8))
                .get(0)
                .root();
    for (Difference difference :
        Differences.of(KeyedLists.sorted(there), KeyedLists.sorted(rendered))) {
      report(origin, difference);
    }
  }

  private void report(Found origin, Difference difference) {
    String what =
        difference.rendered().isEmpty()
            ? "is left out"
            : difference.there().isEmpty()
                ? message(
                    "is not in the input, but the spec makes it {}", difference.rendered().get())
                : message(
                    "is {} in the input, but the spec makes it {}",
                    difference.there().get(),
                    difference.rendered().get());
    diagnostics.add(
        Code.IMPORT_DIFFERENCE,
        difference.place(),
        message(
            "{} of {} {}", plain(difference.path()), plain(ObjectName.of(origin)), plain(what)));
  }
}
