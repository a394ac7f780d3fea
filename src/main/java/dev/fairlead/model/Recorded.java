package dev.fairlead.model;

import dev.fairlead.tree.Located;
import java.util.Optional;

/**
 * What a cluster has noted in an object that was saved from it: the object's uid, for a volume the
 * uid of its claim, and the phase.
 */
public record Recorded(String uid, Optional<Located<String>> claimUid, String phase) {
  /** Nothing, as in a spec or a manifest written by hand. */
  public static final Recorded NOTHING = new Recorded("", Optional.empty(), "");

  /** Whether the volume or claim is bound. */
  public boolean bound() {
    return phase.equals("Bound");
  }

  /** Whether the claim of the volume was deleted. */
  public boolean released() {
    return phase.equals("Released");
  }
}
