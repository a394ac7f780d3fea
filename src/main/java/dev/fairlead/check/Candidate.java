package dev.fairlead.check;

import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.model.Claim;
import dev.fairlead.model.Misfit;
import dev.fairlead.model.Volume;
import java.util.ArrayList;
import java.util.List;

/**
 * A volume that a claim could be bound to: what of it doesn't fit. {@code classFits} tells whether
 * the classes are equal; without a class in the claim that is not known.
 */
record Candidate(Claim claim, Volume volume, boolean classFits, List<Misfit> problems) {
  static Candidate of(Claim claim, Volume volume) {
    List<Misfit> problems = Misfit.between(claim, volume);
    if (claim.storageClassName().isEmpty()) {
      problems.remove(Misfit.CLASS);
    }
    return new Candidate(claim, volume, !problems.contains(Misfit.CLASS), problems);
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
    for (Misfit misfit : problems) {
      words.add(misfit.words(claim, volume));
    }
    return String.join(", and ", words);
  }

  /** What becomes of the claim. */
  String consequence() {
    boolean classed =
        claim.storageClassName().isPresent() && !claim.storageClassName().get().value().isEmpty();
    boolean provisioned = claim.selector().isEmpty() && classed;
    return provisioned ? "it would stay Pending, or get a new disk" : "it would stay Pending";
  }
}
