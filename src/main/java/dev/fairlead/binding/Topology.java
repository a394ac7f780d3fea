package dev.fairlead.binding;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Turns {@code topology} into node affinity: one term with an {@code In} expression per label. See
 * <a href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#node-affinity">Node
 * affinity</a>.
 */
final class Topology {
  private Topology() {}

  static Mapping of(Mapping topology) {
    Span span = topology.span();
    // Sorted, because the order of keys has no meaning in YAML and kustomize sorts them.
    List<String> labels = new ArrayList<>(topology.keys());
    Collections.sort(labels);
    List<Tree> expressions = new ArrayList<>();
    for (String label : labels) {
      Tree value = topology.find(label);
      List<Tree> values = value instanceof Sequence list ? list.items() : List.of(value);
      expressions.add(
          new MappingBuilder()
              .put("key", label, span)
              .put("operator", "In", span)
              .put("values", Sequence.of(values, span))
              .build(span));
    }
    Mapping term = Mapping.of("matchExpressions", Sequence.of(expressions, span), span);
    Mapping terms = Mapping.of("nodeSelectorTerms", Sequence.of(List.of(term), span), span);
    return Mapping.of("required", terms, span);
  }
}
