package dev.fairlead.adopt;

import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Tree;
import java.util.List;
import java.util.Optional;

/**
 * Node affinity as {@code topology}: one term, with an In for each label in the order of the
 * alphabet. In another order it stays as it is, because the API server rejects any change of it.
 * See <a href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#node-affinity">Node
 * affinity</a>.
 */
final class ShortTopology {
  private ShortTopology() {}

  /** The short form, if there is one that says the same. */
  static Optional<Mapping> of(Mapping affinity) {
    Mapping required = affinity.mapping("required");
    List<Tree> terms = required.list("nodeSelectorTerms");
    boolean short1 = affinity.size() == 1 && required.size() == 1 && terms.size() == 1;
    if (!short1 || !(terms.get(0) instanceof Mapping term) || term.size() != 1) {
      return Optional.empty();
    }
    MappingBuilder topology = new MappingBuilder();
    String before = "";
    for (Tree item : term.list("matchExpressions")) {
      if (!(item instanceof Mapping expression) || !isIn(expression)) {
        return Optional.empty();
      }
      String key = expression.stringOr("key", "");
      if (key.compareTo(before) <= 0) {
        return Optional.empty();
      }
      before = key;
      List<Tree> values = expression.list("values");
      topology.put(key, values.size() == 1 ? values.get(0) : expression.find("values"));
    }
    Mapping built = topology.build(affinity.span());
    return built.isEmpty() ? Optional.empty() : Optional.of(built);
  }

  private static boolean isIn(Mapping expression) {
    List<Tree> values = expression.list("values");
    return expression.size() == 3
        && expression.stringOr("operator", "").equals("In")
        && !values.isEmpty()
        && values.size() == expression.strings("values").size();
  }
}
