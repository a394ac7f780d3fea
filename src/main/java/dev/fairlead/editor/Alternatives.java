package dev.fairlead.editor;

import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says which of several fields must be there, and reports a second one at its key. */
final class Alternatives {
  private Alternatives() {}

  /** Adds the rule of {@code oneOf} or {@code anyOf}. */
  static void add(
      String keyword, Mapping owner, Sequence branches, ObjectNode rules, EditorRules copier) {
    List<String> names = new ArrayList<>();
    boolean optional = false;
    for (Tree branch : branches.items()) {
      Mapping mapping = (Mapping) branch;
      mapping.strings("required").forEach(name -> names.add(name.value()));
      optional |= mapping.has("not");
    }
    if (names.size() < branches.items().size() - 1 || !owner.has("properties")) {
      rules.set(keyword, copier.copy(branches, true));
      return;
    }
    if (!optional) {
      ArrayNode any = rules.putArray("anyOf");
      for (String name : names) {
        any.addObject().put("errorMessage", none(names)).putArray("required").add(name);
      }
    }
    if (keyword.equals("oneOf")) {
      ArrayNode all = Required.all(rules);
      for (int i = 0; i < names.size() - 1; i++) {
        all.add(onlyOne(names, i));
      }
    }
  }

  private static JsonNode onlyOne(List<String> names, int first) {
    ObjectNode rule = JsonMapper.shared().createObjectNode();
    rule.putObject("if").putArray("required").add(names.get(first));
    ObjectNode then = rule.putObject("then");
    then.put("errorMessage", names.get(first) + " is there already; only one of them is accepted");
    ObjectNode others = then.putObject("properties");
    names.subList(first + 1, names.size()).forEach(name -> others.put(name, false));
    return rule;
  }

  private static String none(List<String> names) {
    return names.contains("csi")
        ? "No volume source: name the disk, as in csi, nfs or local"
        : "None of " + String.join(", ", names) + ": one is needed";
  }
}
