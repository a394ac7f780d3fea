package dev.fairlead.krm;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Resource;
import dev.fairlead.render.Templates;
import dev.fairlead.source.NumberFields;
import dev.fairlead.source.SpecReader;
import dev.fairlead.tree.Tree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The manifests of a plan, as texts to add to the items of a client. */
final class Manifests {
  private final Templates templates;
  private final Map<String, ClientObject> items = new HashMap<>();
  private final Diagnostics diagnostics;

  /** An object that is already among the items must be equal, and is not added again. */
  Manifests(Templates templates, List<ClientObject> items, Diagnostics diagnostics) {
    this.templates = templates;
    this.diagnostics = diagnostics;
    items.forEach(item -> this.items.putIfAbsent(item.id(), item));
  }

  /** The manifests, one YAML document each, in the order of the plan. */
  List<String> of(Plan plan) {
    List<String> texts = new ArrayList<>();
    for (Resource resource : plan.resources()) {
      String text = templates.text(resource);
      if (isNew(resource, text)) {
        texts.add(text);
      }
    }
    return texts;
  }

  private boolean isNew(Resource resource, String text) {
    if (items.isEmpty()) {
      return true;
    }
    ClientObject made = new ClientObject(parse(text));
    ClientObject item = items.get(made.id());
    if (item == null) {
      return true;
    }
    if (!made.isSame(item)) {
      diagnostics.add(
          Code.DUPLICATE_NAME,
          resource.metadata().name().span(),
          message(
              "{} {} is already among the items and differs from the one that this spec makes",
              resource.kind(),
              resource.name()),
          "remove it from the resources or from the spec");
    }
    return false;
  }

  static Tree parse(String text) {
    return new SpecReader(NumberFields.NONE, new Diagnostics())
        .read("", text.getBytes(StandardCharsets.UTF_8))
        .get(0)
        .root();
  }
}
