package dev.fairlead.doctor;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.model.Volume;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.List;

/** The node affinity of a volume in words. */
final class NodeTerms {
  private NodeTerms() {}

  /** The first terms, as messages show them. */
  static String words(Volume volume) {
    List<String> terms = new ArrayList<>();
    for (Mapping term : volume.nodeSelectorTerms()) {
      List<String> parts = new ArrayList<>();
      for (String list : List.of("matchExpressions", "matchFields")) {
        for (Mapping expression : term.mappings(list)) {
          parts.add(words(expression));
        }
      }
      terms.add(String.join(" and ", parts));
    }
    int more = terms.size() - 3;
    return String.join(" or ", terms.subList(0, Math.min(3, terms.size())))
        + (more > 0 ? " or " + more + " more" : "");
  }

  private static String words(Mapping expression) {
    List<String> values = new ArrayList<>();
    for (Located<String> value : expression.strings("values")) {
      values.add(value.value());
    }
    return message(
            "{} {} {}",
            plain(expression.stringOr("key", "")),
            plain(expression.stringOr("operator", "")),
            values)
        .strip();
  }
}
