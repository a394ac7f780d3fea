package dev.fairlead.tree;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Leaves out fields without a value: for the API server they are absent. */
public final class NullFields implements Tree.Cases<Tree> {
  /**
   * A field that counts without a value if no other field of its mapping has one, except a name:
   * Kubernetes makes a pod volume without a source an empty directory.
   */
  public static final String KEPT = "emptyDir";

  /** Aliases are the same object as their anchor, and each is looked at once. */
  private final Map<Tree, Tree> known = new IdentityHashMap<>();

  private NullFields() {}

  /** A tree without such fields. The same object if it has none. */
  public static Tree removed(Tree tree) {
    return tree.match(new NullFields());
  }

  private Tree of(Tree tree) {
    if (tree instanceof Scalar) {
      return tree;
    }
    Tree done = known.get(tree);
    if (done == null) {
      done = tree.match(this);
      known.put(tree, done);
    }
    return done;
  }

  @Override
  public Tree mapping(Mapping mapping) {
    MappingBuilder changed = null;
    for (int i = 0; i < mapping.size(); i++) {
      Tree value = mapping.value(i);
      Tree present = isOnly(mapping, i) ? Mapping.empty(value.span()) : of(value);
      boolean same = present == value && !present.isNull();
      if (changed == null && !same) {
        changed = beginning(mapping, i);
      }
      if (changed != null && !present.isNull()) {
        changed.put(mapping, i, present);
      }
    }
    return changed == null ? mapping : changed.build(mapping.span());
  }

  private static boolean isOnly(Mapping mapping, int index) {
    if (!mapping.key(index).equals(KEPT) || !mapping.value(index).isNull()) {
      return false;
    }
    for (int i = 0; i < mapping.size(); i++) {
      if (!mapping.value(i).isNull() && !mapping.key(i).equals("name")) {
        return false;
      }
    }
    return true;
  }

  private static MappingBuilder beginning(Mapping mapping, int size) {
    MappingBuilder builder = new MappingBuilder();
    for (int i = 0; i < size; i++) {
      builder.put(mapping, i, mapping.value(i));
    }
    return builder;
  }

  @Override
  public Tree sequence(Sequence sequence) {
    List<Tree> items = new ArrayList<>(sequence.items().size());
    boolean same = true;
    for (Tree item : sequence.items()) {
      Tree present = of(item);
      same &= present == item;
      items.add(present);
    }
    return same ? sequence : Sequence.of(items, sequence.span());
  }

  @Override
  public Tree scalar(Scalar scalar) {
    return scalar;
  }
}
