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

/**
 * The anchors of a document, and how much the aliases of all files of a call repeat. Everything
 * that reads a tree reads an alias as if its value stood there again, so a short file with many
 * aliases is a long one.
 */
final class Anchors {
  private static final long ALLOWED = 100_000;
  private static final long ALLOWED_PER_VALUE = 10;

  /** So much text weighs as much as a value. */
  private static final int CHARS = 16;

  private final Map<String, Tree> nodes = new HashMap<>();
  private final Map<Tree, Size> sizes = new IdentityHashMap<>();
  private final Set<String> open = new HashSet<>();
  private long written;
  private long repeated;

  /** The weight of a value with all values in it, and how many levels are below it. */
  private record Size(long weight, int depth) {}

  /** Starts a document, which has anchors of its own. */
  void clear() {
    nodes.clear();
    sizes.clear();
    open.clear();
  }

  /** Counts a value that is written out. {@code chars} is the length of a scalar. */
  void write(int chars) {
    written += weight(chars);
  }

  private static long weight(int chars) {
    return 1 + chars / CHARS;
  }

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
    repeated += sizes.get(target).weight();
    return repeated <= limit();
  }

  /** How much aliases may repeat so far. */
  long limit() {
    return ALLOWED + ALLOWED_PER_VALUE * written;
  }

  /** How much aliases have repeated so far. */
  long repeated() {
    return repeated;
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
          return new Size(weight(scalar.written().length()), 0);
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
