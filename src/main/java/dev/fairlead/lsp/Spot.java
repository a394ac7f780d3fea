package dev.fairlead.lsp;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A key or a scalar of a document.
 *
 * @param keys the keys that lead to it, its own key included; items of lists have none
 * @param owners the mappings that contain it, from the root on
 */
record Spot(List<String> keys, List<Mapping> owners, boolean isKey, String text, Span span) {
  /** What stands at an offset, if a key or a scalar does. */
  static Optional<Spot> at(Document document, int offset) {
    List<Spot> spots = new ArrayList<>();
    collect(document.root(), List.of(), List.of(), spots);
    return spots.stream()
        .filter(spot -> spot.span.start() <= offset && offset <= spot.span.end())
        .findFirst();
  }

  /** The key or scalar that is this word. */
  static Optional<Spot> of(Document document, String word) {
    List<Spot> spots = new ArrayList<>();
    collect(document.root(), List.of(), List.of(), spots);
    return spots.stream().filter(spot -> spot.text.equals(word)).findFirst();
  }

  /** All keys and scalars of a document. */
  static List<Spot> all(Document document) {
    List<Spot> spots = new ArrayList<>();
    collect(document.root(), List.of(), List.of(), spots);
    return spots;
  }

  private static void collect(
      Tree tree, List<String> keys, List<Mapping> owners, List<Spot> spots) {
    if (tree instanceof Scalar scalar) {
      spots.add(new Spot(keys, owners, false, scalar.text(), scalar.span()));
    } else if (tree instanceof Sequence list) {
      list.items().forEach(item -> collect(item, keys, owners, spots));
    } else if (tree instanceof Mapping mapping) {
      List<Mapping> around = with(owners, mapping);
      for (Mapping.Entry entry : mapping.entries()) {
        List<String> path = with(keys, entry.key());
        spots.add(new Spot(path, around, true, entry.key(), entry.keySpan()));
        collect(entry.value(), path, around, spots);
      }
    }
  }

  private static <T> List<T> with(List<T> list, T last) {
    List<T> longer = new ArrayList<>(list);
    longer.add(last);
    return longer;
  }

  /** The key at a distance from the end of the path: 0 for the last one; empty if there is none. */
  String key(int fromEnd) {
    int index = keys.size() - 1 - fromEnd;
    return index < 0 ? "" : keys.get(index);
  }

  /** The keys above the last one. */
  List<String> parent() {
    return keys.isEmpty() ? keys : keys.subList(0, keys.size() - 1);
  }

  /** The innermost mapping that contains it. */
  Mapping owner() {
    return owners.get(owners.size() - 1);
  }
}
