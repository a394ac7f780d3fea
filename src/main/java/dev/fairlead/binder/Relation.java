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
    if (ref.isEmpty()) {
      return named ? NAMED : STRANGERS;
    }
    if (ref.get().namespace().isEmpty() || ref.get().name().isEmpty()) {
      return INCOMPLETE;
    }
    if (!ref.get().equals(claim.ref())) {
      return TAKEN;
    }
    String uid = volume.claimUid();
    if (!uid.isEmpty() && !claim.uid().isEmpty() && !uid.equals(claim.uid())) {
      return EARLIER;
    }
    return named ? MUTUAL : RESERVED;
  }

  /** What the binder compares before it binds them. */
  Set<Misfit> compared() {
    return compared;
  }

  /** Whether the claimRef of the volume keeps this claim away. */
  public boolean isBarred() {
    return this == EARLIER || this == INCOMPLETE || this == TAKEN;
  }
}
