package dev.fairlead.model;

import dev.fairlead.tree.Located;
import java.util.Optional;

/**
 * What a cluster has noted in an object that was saved from it: the object's uid, for a volume the
 * uid of its claim, and whether the phase is Bound.
 */
public record Recorded(String uid, Optional<Located<String>> claimUid, boolean bound) {
  /** Nothing, as in a spec or a manifest written by hand. */
  public static final Recorded NOTHING = new Recorded("", Optional.empty(), false);
}
