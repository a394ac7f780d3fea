package dev.fairlead.adopt;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.live.Dump;
import dev.fairlead.live.Live;
import dev.fairlead.live.LiveClaim;
import dev.fairlead.live.LiveVolume;
import java.util.List;
import java.util.Optional;

/** Volumes and claims that are in the input twice, and differ: only one of them is imported. */
public final class RepeatedObjects {
  private RepeatedObjects() {}

  /** Reports them. */
  public static void report(List<Live> repeated, Dump dump, Diagnostics diagnostics) {
    for (Live live : repeated) {
      Optional<? extends Live> kept = Optional.empty();
      if (live instanceof LiveVolume volume) {
        kept = dump.volume(volume.name());
      } else if (live instanceof LiveClaim claim) {
        kept = dump.claim(claim.ref());
      }
      // A later state of the same object is no other object.
      if (kept.isPresent()
          && live.resourceVersion().isEmpty()
          && !kept.get().manifest().isSame(live.manifest())) {
        diagnostics.add(
            Diagnostic.of(
                    Code.NOT_IMPORTED,
                    live.place(),
                    message(
                        "{} can't be imported: the input has another one of this name",
                        plain(ObjectName.of(new Found(live.manifest(), live.manifest())))))
                .withHint("import them one by one, or leave one of them out")
                .withRelated(kept.get().place(), "imported from here"));
      }
    }
  }
}
