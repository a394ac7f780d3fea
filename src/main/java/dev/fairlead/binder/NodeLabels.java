package dev.fairlead.binder;

import dev.fairlead.live.LiveNode;
import dev.fairlead.model.LabelSelector;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The nodes of a cluster by their labels. A volume of each node is found without a look at all
 * others. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#node-affinity">Node
 * affinity</a>.
 */
final class NodeLabels {
  private final List<LiveNode> nodes;
  private final Map<String, List<LiveNode>> byLabel = new HashMap<>();

  NodeLabels(List<LiveNode> nodes) {
    this.nodes = nodes;
    for (LiveNode node : nodes) {
      Mapping labels = node.labels();
      for (String key : labels.keys()) {
        byLabel
            .computeIfAbsent(key + "=" + labels.stringOr(key, ""), absent -> new ArrayList<>())
            .add(node);
      }
    }
  }

  /** Whether a node fulfils one of these terms. */
  boolean fulfil(List<Mapping> terms) {
    for (Mapping term : terms) {
      for (LiveNode node : candidates(term)) {
        if (fulfils(node, term)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The nodes with a label that the term wants; all nodes if it only excludes some. */
  private List<LiveNode> candidates(Mapping term) {
    for (Mapping expression : term.mappings("matchExpressions")) {
      if (expression.stringOr("operator", "").equals("In")) {
        List<LiveNode> found = new ArrayList<>();
        for (Located<String> value : expression.strings("values")) {
          found.addAll(
              byLabel.getOrDefault(
                  expression.stringOr("key", "") + "=" + value.value(), List.of()));
        }
        return found;
      }
    }
    return nodes;
  }

  /** All parts of a term have to be fulfilled. No node fulfils an empty one. */
  private static boolean fulfils(LiveNode node, Mapping term) {
    List<Mapping> expressions = term.mappings("matchExpressions");
    List<Mapping> fields = term.mappings("matchFields");
    for (Mapping expression : expressions) {
      if (!LabelSelector.meets(expression, node.labels())) {
        return false;
      }
    }
    for (Mapping field : fields) {
      // The only field is metadata.name.
      Mapping name = Mapping.of("metadata.name", node.meta().find("name"), field.span());
      if (!LabelSelector.meets(field, name)) {
        return false;
      }
    }
    return !expressions.isEmpty() || !fields.isEmpty();
  }
}
