package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.model.Claim;
import dev.fairlead.model.LabelSelector;
import dev.fairlead.model.Volume;
import dev.fairlead.tree.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A volume that a claim could be bound to: what of it doesn't fit, in words. {@code classFits}
 * tells whether the classes are equal; without a class in the claim that is not known.
 */
record Candidate(Claim claim, Volume volume, boolean classFits, List<String> problems) {
  static Candidate of(Claim claim, Volume volume) {
    List<String> problems = new ArrayList<>();
    if (claim.request().value().compareTo(volume.capacity().value()) > 0) {
      problems.add(message("has {}, not {}", volume.capacity().value(), claim.request().value()));
    }
    if (!volume.accessModes().value().containsAll(claim.accessModes().value())) {
      problems.add(
          message("is {}, not {}", volume.accessModes().value(), claim.accessModes().value()));
    }
    if (volume.volumeMode().value() != claim.volumeMode().value()) {
      problems.add(
          message(
              "has volumeMode {}, not {}",
              volume.volumeMode().value(),
              claim.volumeMode().value()));
    }
    if (claim.selector().isPresent()
        && !new LabelSelector(claim.selector().get()).matches(volume.metadata().labels())) {
      problems.add("lacks the labels of the selector");
    }
    String attributes = text(claim.volumeAttributesClassName());
    if (!attributes.equals(text(volume.volumeAttributesClassName()))) {
      problems.add("has another volumeAttributesClassName");
    }
    boolean classFits = true;
    if (claim.storageClassName().isPresent()) {
      String asked = claim.storageClassName().get().value();
      String given = volume.storageClassName().value();
      classFits = asked.equals(given);
      if (!classFits) {
        problems.add(message("has the class {}, not {}", given, asked));
      }
    }
    return new Candidate(claim, volume, classFits, problems);
  }

  private static String text(Optional<Located<String>> name) {
    return name.isPresent() ? name.get().value() : "";
  }

  /** Whether the claim may be bound to the volume. */
  boolean fits() {
    return problems.isEmpty() && claim.storageClassName().isPresent();
  }

  /** Whether only the class is in the way that a cluster fills in. */
  boolean fitsButForDefaultClass() {
    return problems.isEmpty() && claim.storageClassName().isEmpty();
  }

  /** Whether only the missing class of the claim decides, and the volume needs no class. */
  boolean fitsWithoutClass() {
    return fitsButForDefaultClass() && volume.storageClassName().value().isEmpty();
  }

  /** Whether the volume has the name of the claim. */
  boolean hasSameName() {
    return !claim.name().isEmpty() && claim.name().equals(volume.name());
  }

  boolean isBetterThan(Candidate other) {
    if (hasSameName() != other.hasSameName()) {
      return hasSameName();
    }
    if (classFits != other.classFits) {
      return classFits;
    }
    return problems.size() < other.problems.size();
  }

  /**
   * Whether the claim is probably meant for the volume: it has its name, it asks for its class, for
   * no class, for almost this class, or both are all that there is.
   */
  boolean isMeant(boolean alone) {
    if (hasSameName()) {
      return true;
    }
    if (claim.storageClassName().isEmpty()) {
      return alone;
    }
    String asked = claim.storageClassName().get().value();
    String given = volume.storageClassName().value();
    return classFits || alone || asked.isEmpty() || Nearest.only(asked, List.of(given)).isPresent();
  }

  /** What doesn't fit. */
  String problem() {
    return String.join(", and ", problems);
  }

  /** What becomes of the claim. */
  String consequence() {
    boolean provisioned = claim.selector().isEmpty() && !text(claim.storageClassName()).isEmpty();
    return provisioned ? "it would stay Pending, or get a new disk" : "it would stay Pending";
  }
}
