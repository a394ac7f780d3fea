package dev.fairlead.binder;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.live.LiveClaim;
import dev.fairlead.live.LiveVolume;
import dev.fairlead.model.Misfit;
import java.util.ArrayList;
import java.util.List;

/**
 * A claim and a volume, and all that keeps the binder from binding them.
 *
 * @param misfits the fields that differ, of those that the binder compares for this relation
 * @param offNode whether no node of the dump fulfils the volume's node affinity, which counts for a
 *     class that waits for its first consumer
 */
public record Fit(
    LiveClaim claim, LiveVolume volume, Relation relation, List<Misfit> misfits, boolean offNode) {

  /** Compares them. A volume or claim that can't be read has no misfits. */
  static Fit of(LiveClaim claim, LiveVolume volume, boolean offNode) {
    Relation relation = Relation.of(claim, volume);
    List<Misfit> misfits = List.of();
    boolean compared = relation != Relation.MUTUAL && relation != Relation.SETTLED;
    if (compared && claim.model().isPresent() && volume.model().isPresent()) {
      misfits = Misfit.between(claim.model().get(), volume.model().get());
      // A claimRef that bars the claim could be corrected, and then these would count.
      misfits.retainAll((relation.isBarred() ? Relation.RESERVED : relation).compared());
    }
    return new Fit(claim, volume, relation, misfits, offNode && relation == Relation.STRANGERS);
  }

  /** Whether the binder binds them. */
  public boolean binds() {
    return misfits.isEmpty()
        && !relation.isBarred()
        && !offNode
        && !isTerminating()
        && !isUnavailable();
  }

  /** A volume that is being deleted gets no claim, unless they have each other's names. */
  private boolean isTerminating() {
    return volume.isTerminating() && relation != Relation.MUTUAL && relation != Relation.SETTLED;
  }

  /**
   * A volume without claimRef is free if it is Available, or if it is so new that it has no phase.
   */
  private boolean isUnavailable() {
    String phase = volume.phase();
    return relation == Relation.STRANGERS && (phase.equals("Released") || phase.equals("Failed"));
  }

  /** How much keeps them apart, without regard to names. */
  int obstacles() {
    int obstacles = misfits.size() + (offNode ? 1 : 0) + (isUnavailable() ? 1 : 0);
    obstacles += misfits.contains(Misfit.CLASS) ? 2 : 0;
    obstacles += isTerminating() ? 2 : 0;
    return obstacles - (binds() ? 100 : 0);
  }

  /** The same, but a volume that was meant for the claim is nearer than any other. */
  int distance() {
    return obstacles()
        + switch (relation) {
          case RESERVED, MUTUAL, SETTLED -> -40;
          case EARLIER, LOST -> -30;
          case INCOMPLETE -> hasNameOfClaim() ? -20 : 20;
          case TAKEN -> isReservedElsewhere() ? -10 : 20;
          case ELSEWHERE -> 20;
          case STRANGERS, NAMED -> volume.name().equals(claim.name()) ? -5 : 0;
        };
  }

  /** Whether the volume waits for a claim of this name in another namespace. */
  public boolean isReservedElsewhere() {
    return relation == Relation.TAKEN
        && hasNameOfClaim()
        && volume.claimUid().isEmpty()
        && !volume.phase().equals("Bound");
  }

  /** Whether the claimRef has the name of the claim, in whatever namespace. */
  public boolean hasNameOfClaim() {
    return volume.claimRefFields().stringOr("name", "").equals(claim.name());
  }

  /** All that keeps them apart, as the end of a sentence that begins with the volume. */
  public String words() {
    List<String> words = new ArrayList<>();
    switch (relation) {
      case TAKEN -> words.add(message("belongs to claim {}", volume.claimRef().get().toString()));
      case EARLIER ->
          words.add(
              message("belongs to an earlier claim of this name, with uid {}", volume.claimUid()));
      case INCOMPLETE ->
          words.add(
              volume.claimRefFields().stringOr("namespace", "").isEmpty()
                  ? "has a claimRef without namespace"
                  : "has a claimRef without name");
      case ELSEWHERE -> words.add(message("is not {}, which the claim names", claim.volumeName()));
      case LOST -> words.add("has a claimRef without the uid of the claim, which was bound before");
      case STRANGERS, RESERVED, NAMED, MUTUAL, SETTLED -> {}
    }
    if (isTerminating()) {
      words.add("is being deleted");
    }
    if (isUnavailable()) {
      words.add("is " + volume.phase());
    }
    for (Misfit misfit : misfits) {
      words.add(misfit.words(claim.model().get(), volume.model().get()));
    }
    if (offNode) {
      words.add("is on no node of the cluster");
    }
    return String.join(", and ", words);
  }
}
