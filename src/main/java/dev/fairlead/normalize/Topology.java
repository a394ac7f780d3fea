package dev.fairlead.normalize;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Writes {@code topology} out as node affinity: one term, an {@code In} per label. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#node-affinity">Node
 * affinity</a>.
 */
final class Topology {
  private Topology() {}

  static Tree.Mapping of(Fields topology) {
    Span span = topology.extent();
    List<Tree> expressions = new ArrayList<>();
    for (Map.Entry<String, JsonNode> label : topology.entries()) {
      Tree value = Trees.of(label.getValue());
      List<Tree> values = value instanceof Tree.Sequence list ? list.items() : List.of(value);
      expressions.add(
          Tree.Mapping.of(
              Map.of(
                  "key", Trees.text(label.getKey(), span),
                  "operator", Trees.text("In", span),
                  "values", Trees.list(values, span)),
              span));
    }
    Tree term = Tree.Mapping.of(Map.of("matchExpressions", Trees.list(expressions, span)), span);
    Tree required =
        Tree.Mapping.of(Map.of("nodeSelectorTerms", Trees.list(List.of(term), span)), span);
    return Tree.Mapping.of(Map.of("required", required), span);
  }
}
