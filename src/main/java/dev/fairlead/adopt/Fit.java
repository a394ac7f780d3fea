package dev.fairlead.adopt;

import dev.fairlead.model.LabelSelector;
import dev.fairlead.model.Quantity;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a claim could be bound to a volume. A claim without a class fits any: the user says that
 * the two belong together. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#binding">Binding</a>.
 */
final class Fit {
  private Fit() {}

  static boolean of(Found volume, Found claim) {
    Mapping there = volume.spec();
    Mapping asked = claim.spec();
    boolean sameClass =
        !asked.has("storageClassName") || same(there, asked, "storageClassName", "");
    return sameClass
        && same(there, asked, "volumeMode", "Filesystem")
        && same(there, asked, "volumeAttributesClassName", "")
        && texts(there).containsAll(texts(asked))
        && isLargeEnough(there, asked)
        && isSelected(volume, asked.mapping("selector"));
  }

  private static boolean same(Mapping there, Mapping asked, String field, String otherwise) {
    return there.text(field).orElse(otherwise).equals(asked.text(field).orElse(otherwise));
  }

  private static List<String> texts(Mapping spec) {
    List<String> modes = new ArrayList<>();
    for (Tree mode : spec.list("accessModes")) {
      modes.add(mode instanceof Scalar scalar ? scalar.text() : "");
    }
    return modes;
  }

  private static boolean isLargeEnough(Mapping there, Mapping asked) {
    Optional<Quantity> size = size(there.mapping("capacity"));
    Optional<Quantity> request = size(asked.mapping("resources").mapping("requests"));
    return size.isPresent() && request.isPresent() && size.get().compareTo(request.get()) >= 0;
  }

  private static Optional<Quantity> size(Mapping owner) {
    return Quantity.parse(owner.text("storage").orElse(""));
  }

  private static boolean isSelected(Found volume, Mapping selector) {
    return selector.isEmpty() || new LabelSelector(selector).matches(volume.labels());
  }
}
