package dev.fairlead.binder;

import dev.fairlead.live.LiveClaim;
import dev.fairlead.live.LiveVolume;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Misfit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which of a claim and a volume names the other. It decides how much the binder compares. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reserving-a-persistentvolume">Reserving
 * a PersistentVolume</a>.
 */
public enum Relation {
  /** Neither names the other. */
  STRANGERS(EnumSet.allOf(Misfit.class)),
  /** Only the volume names the claim. Class and selector don't count. */
  RESERVED(EnumSet.complementOf(EnumSet.of(Misfit.SELECTOR, Misfit.CLASS))),
  /** Only the claim names the volume. The selector doesn't count. */
  NAMED(EnumSet.complementOf(EnumSet.of(Misfit.SELECTOR))),
  /** Both name each other, and nothing is compared. */
  MUTUAL(EnumSet.noneOf(Misfit.class)),
  /** The volume names a claim of this name, but with the uid of an earlier one. */
  EARLIER(EnumSet.noneOf(Misfit.class)),
  /** The claim has been bound to the volume, and the volume doesn't deny it. */
  SETTLED(EnumSet.noneOf(Misfit.class)),
  /** The claim says that it has been bound, but the volume doesn't: it is Lost. */
  LOST(EnumSet.noneOf(Misfit.class)),
  /** The claim names another volume. */
  ELSEWHERE(EnumSet.noneOf(Misfit.class)),
  /** The volume's claimRef lacks a name or namespace, so it is no claim's. */
  INCOMPLETE(EnumSet.noneOf(Misfit.class)),
  /** The volume names another claim. */
  TAKEN(EnumSet.noneOf(Misfit.class));

  private final Set<Misfit> compared;

  Relation(Set<Misfit> compared) {
    this.compared = compared;
  }

  /** The relation between a claim and a volume. A claim whose uid is unknown has any. */
  public static Relation of(LiveClaim claim, LiveVolume volume) {
    boolean named = claim.volumeName().equals(volume.name());
    Optional<ClaimRef> ref = volume.claimRef();
    if (!named && !claim.volumeName().isEmpty()) {
      return ELSEWHERE;
    }
    if (ref.isEmpty()) {
      return claim.saysBound() ? (named ? SETTLED : LOST) : named ? NAMED : STRANGERS;
    }
    if (ref.get().namespace().isEmpty() || ref.get().name().isEmpty()) {
      return INCOMPLETE;
    }
    if (!ref.get().equals(claim.ref())) {
      return TAKEN;
    }
    boolean known = !volume.claimUid().isEmpty();
    if (known && !claim.uid().isEmpty() && !volume.claimUid().equals(claim.uid())) {
      return EARLIER;
    }
    if (claim.saysBound()) {
      return named && known ? SETTLED : LOST;
    }
    return named ? MUTUAL : RESERVED;
  }

  /** What the binder compares before it binds them. */
  Set<Misfit> compared() {
    return compared;
  }

  /** Whether names and uids keep them apart, whatever else they have. */
  public boolean isBarred() {
    return switch (this) {
      case STRANGERS, RESERVED, NAMED, MUTUAL, SETTLED -> false;
      case EARLIER, LOST, ELSEWHERE, INCOMPLETE, TAKEN -> true;
    };
  }
}
