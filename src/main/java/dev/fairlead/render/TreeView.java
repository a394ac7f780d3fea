package dev.fairlead.render;

import dev.fairlead.mustache.View;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names that a template can use for the parts of a tree. Keys are in printing order. */
sealed interface TreeView extends View {
  /** Some entries of a mapping, sorted. */
  record OfMapping(List<OfEntry> entries) implements TreeView {
    /** All entries of a mapping. */
    static OfMapping of(Mapping mapping) {
      List<OfEntry> entries = new ArrayList<>(mapping.size());
      for (Mapping.Entry entry : KeyOrder.sorted(mapping)) {
        entries.add(new OfEntry(entry.key(), entry.value()));
      }
      return new OfMapping(entries);
    }

    @Override
    public Object get(String name) {
      return switch (name) {
        case "entries" -> entries;
        case "first" -> entries.subList(0, 1);
        case "rest" -> rest();
        default -> UNKNOWN;
      };
    }

    /**
     * Empty if there are no more entries, because a partial that prints nothing leaves its indent.
     */
    private Optional<OfMapping> rest() {
      return entries.size() < 2
          ? Optional.empty()
          : Optional.of(new OfMapping(entries.subList(1, entries.size())));
    }
  }

  /** An entry of a mapping. */
  record OfEntry(String key, Tree value) implements TreeView {
    @Override
    public Object get(String name) {
      return switch (name) {
        case "key" -> key;
        case "value" -> value;
        case "leaf" -> isLeaf(value) ? this : null;
        case "mapping" ->
            value instanceof Mapping mapping && !isLeaf(value)
                ? new OfNamed(key, OfMapping.of(mapping))
                : null;
        case "list" ->
            value instanceof Sequence list && !isLeaf(value)
                ? new OfNamed(key, new OfList(list.items()))
                : null;
        default -> UNKNOWN;
      };
    }
  }

  /** A mapping or list under a key. */
  record OfNamed(String key, TreeView view) implements TreeView {
    @Override
    public Object get(String name) {
      return name.equals("key") ? key : view.get(name);
    }
  }

  /** A list. */
  record OfList(List<Tree> list) implements TreeView {
    @Override
    public Object get(String name) {
      return name.equals("items") ? items() : UNKNOWN;
    }

    private List<OfItem> items() {
      List<OfItem> items = new ArrayList<>(list.size());
      for (Tree item : list) {
        items.add(new OfItem(item));
      }
      return items;
    }
  }

  /** An item of a list. */
  record OfItem(Tree value) implements TreeView {
    @Override
    public Object get(String name) {
      return switch (name) {
        case "value" -> value;
        case "leaf" -> isLeaf(value) ? this : null;
        case "mapping" ->
            value instanceof Mapping mapping && !isLeaf(value) ? OfMapping.of(mapping) : null;
        case "list" ->
            value instanceof Sequence list && !isLeaf(value) ? new OfList(list.items()) : null;
        default -> UNKNOWN;
      };
    }
  }

  /**
   * Whether a value is printed on the line of its key or dash: a scalar, {@code {}} or {@code []}.
   */
  private static boolean isLeaf(Tree tree) {
    return tree instanceof Mapping mapping
        ? mapping.isEmpty()
        : !(tree instanceof Sequence list) || list.items().isEmpty();
  }
}
