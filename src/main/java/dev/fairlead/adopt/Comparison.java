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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

  /** An object of the input and what takes its place. */
  private record Couple(Found origin, Resource made) {}

  void compare(Attempt attempt) {
    Map<String, Resource> made = new HashMap<>();
    for (Resource resource : attempt.made()) {
      made.put(key(resource), resource);
    }
    List<Couple> couples = new ArrayList<>();
    for (Found origin : attempt.origins()) {
      Resource resource = made.remove(key(origin.kind(), origin.namespace(), origin.name()));
      if (resource == null) {
        throw new IllegalStateException("the spec lost " + ObjectName.of(origin));
      }
      couples.add(new Couple(origin, resource));
    }
    if (!made.isEmpty()) {
      throw new IllegalStateException("the spec makes more: " + made.keySet());
    }
    Templates templates = Templates.load();
    List<List<Difference>> found =
        couples.parallelStream()
            .map(couple -> differences(couple.origin(), templates.text(couple.made())))
            .toList();
    for (int i = 0; i < couples.size(); i++) {
      for (Difference difference : found.get(i)) {
        report(couples.get(i).origin(), difference);
      }
    }
  }

  private static String key(Resource resource) {
    String namespace = resource.metadata().namespace().map(n -> n.value()).orElse("");
    return key(resource.kind().toString(), namespace, resource.metadata().name().value());
  }

  private static String key(String kind, String namespace, String name) {
    return kind + " " + namespace + "/" + name;
  }

  private static List<Difference> differences(Found origin, String text) {
    Mapping there = WrittenOut.added(origin.own());
    if (text.equals(RenderedText.of(there))) {
      return List.of();
    }
    Mapping rendered =
        (Mapping)
            SpecReader.asKubectl(new Diagnostics())
                .read("rendered", text.getBytes(StandardCharsets.UTF_8))
                .get(0)
                .root();
    return Differences.of(KeyedLists.sorted(there), KeyedLists.sorted(rendered));
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
