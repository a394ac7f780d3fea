package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.model.Claim;
import dev.fairlead.model.LabelSelector;
import dev.fairlead.model.Volume;
import dev.fairlead.tree.Located;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A volume that a claim could be bound to, and what of it doesn't fit. Without a class in the claim
 * it is not known whether the classes are equal.
 */
record Candidate(Claim claim, Volume volume, Set<Problem> problems) {
  /** What doesn't fit. */
  private enum Problem {
    SIZE,
    ACCESS_MODES,
    VOLUME_MODE,
    LABELS,
    ATTRIBUTES_CLASS,
    CLASS
  }

  static Candidate of(Claim claim, Volume volume) {
    Set<Problem> problems = EnumSet.noneOf(Problem.class);
    if (claim.request().value().compareTo(volume.capacity().value()) > 0) {
      problems.add(Problem.SIZE);
    }
    if (!volume.accessModes().value().containsAll(claim.accessModes().value())) {
      problems.add(Problem.ACCESS_MODES);
    }
    if (volume.volumeMode().value() != claim.volumeMode().value()) {
      problems.add(Problem.VOLUME_MODE);
    }
    if (claim.selector().isPresent()
        && !new LabelSelector(claim.selector().get()).matches(volume.metadata().labels())) {
      problems.add(Problem.LABELS);
    }
    String attributes = text(claim.volumeAttributesClassName());
    if (!attributes.equals(text(volume.volumeAttributesClassName()))) {
      problems.add(Problem.ATTRIBUTES_CLASS);
    }
    boolean classDiffers =
        claim.storageClassName().isPresent()
            && !claim.storageClassName().get().value().equals(volume.storageClassName().value());
    if (classDiffers) {
      problems.add(Problem.CLASS);
    }
    return new Candidate(claim, volume, problems);
  }

  private String words(Problem problem) {
    return switch (problem) {
      case SIZE -> message("has {}, not {}", volume.capacity().value(), claim.request().value());
      case ACCESS_MODES ->
          message("is {}, not {}", volume.accessModes().value(), claim.accessModes().value());
      case VOLUME_MODE ->
          message(
              "has volumeMode {}, not {}", volume.volumeMode().value(), claim.volumeMode().value());
      case LABELS -> "lacks the labels of the selector";
      case ATTRIBUTES_CLASS -> "has another volumeAttributesClassName";
      case CLASS ->
          message(
              "has the class {}, not {}",
              volume.storageClassName().value(),
              text(claim.storageClassName()));
    };
  }

  private boolean classFits() {
    return !problems.contains(Problem.CLASS);
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
    if (classFits() != other.classFits()) {
      return classFits();
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
    return classFits()
        || alone
        || asked.isEmpty()
        || Nearest.only(asked, List.of(given)).isPresent();
  }

  /** What doesn't fit. */
  String problem() {
    List<String> words = new ArrayList<>();
    for (Problem problem : problems) {
      words.add(words(problem));
    }
    return String.join(", and ", words);
  }

  /** What becomes of the claim. */
  String consequence() {
    boolean provisioned = claim.selector().isEmpty() && !text(claim.storageClassName()).isEmpty();
    return provisioned ? "it would stay Pending, or get a new disk" : "it would stay Pending";
  }
}
