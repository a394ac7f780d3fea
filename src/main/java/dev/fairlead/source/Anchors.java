package dev.fairlead.source;

import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The anchors of a document, and how much the aliases to them repeat. */
final class Anchors {
  private final Map<String, Tree> nodes = new HashMap<>();
  private final Map<Tree, Size> sizes = new IdentityHashMap<>();
  private final Set<String> open = new HashSet<>();
  private final AliasBudget budget;

  Anchors(AliasBudget budget) {
    this.budget = budget;
  }

  /** The weight of a value with all values in it, and how many levels are below it. */
  private record Size(long weight, int depth) {}

  /** Starts the value of an anchor. */
  void open(String name) {
    open.add(name);
  }

  /** Whether the value of an anchor has started but not ended. */
  boolean isOpen(String name) {
    return open.contains(name);
  }

  /** Ends the value of an anchor. */
  void set(String name, Tree node) {
    open.remove(name);
    nodes.put(name, node);
    sizes.put(node, size(node));
  }

  /** The value that an alias stands for. */
  Optional<Tree> get(String name) {
    return Optional.ofNullable(nodes.get(name));
  }

  /** How many levels are below the value of an anchor. */
  int depth(Tree target) {
    return sizes.get(target).depth();
  }

  /** Counts the values that an alias repeats. Whether it may. */
  boolean repeat(Tree target) {
    return budget.repeat(sizes.get(target).weight());
  }

  /** Does not walk through aliases again: the sizes of their targets are known. */
  private Size size(Tree node) {
    Size known = sizes.get(node);
    return known != null ? known : node.match(measure);
  }

  private final Tree.Cases<Size> measure =
      new Tree.Cases<>() {
        @Override
        public Size mapping(Mapping mapping) {
          return sum(mapping.values());
        }

        @Override
        public Size sequence(Sequence sequence) {
          return sum(sequence.items());
        }

        @Override
        public Size scalar(Scalar scalar) {
          return new Size(AliasBudget.weight(scalar.written().length()), 0);
        }
      };

  private Size sum(List<Tree> parts) {
    long weight = 1;
    int depth = 0;
    for (Tree part : parts) {
      Size size = size(part);
      weight += size.weight();
      depth = Math.max(depth, size.depth());
    }
    return new Size(weight, depth + 1);
  }
}
