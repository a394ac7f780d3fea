package dev.fairlead.plan;

import dev.fairlead.live.Dump;
import dev.fairlead.live.LiveClaim;
import dev.fairlead.live.LiveKind;
import dev.fairlead.live.LiveVolume;
import dev.fairlead.model.ClaimRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Questions about the volumes and claims of a dump. */
final class LiveState {
  private final Dump dump;
  private final Backend backend = new Backend();

  /** Live volumes by what is behind them. Made on first use. */
  private Map<String, List<LiveVolume>> byBackend;

  LiveState(Dump dump) {
    this.dump = dump;
  }

  Dump dump() {
    return dump;
  }

  /** The live volumes with the same backend. */
  List<LiveVolume> withBackend(dev.fairlead.model.Volume volume) {
    if (byBackend == null) {
      byBackend = new HashMap<>();
      for (LiveVolume live : dump.volumes()) {
        live.model()
            .ifPresent(
                model ->
                    byBackend
                        .computeIfAbsent(backend.of(model), absent -> new ArrayList<>())
                        .add(live));
      }
    }
    return byBackend.getOrDefault(backend.of(volume), List.of());
  }

  /** The claim that holds the volume, if it is in the dump: a reservation does not hold it. */
  Optional<LiveClaim> holder(LiveVolume volume) {
    return volume
        .claimRef()
        .flatMap(dump::claim)
        .filter(claim -> !claim.uid().isEmpty() && claim.uid().equals(volume.claimUid()));
  }

  /** Whether a claim holds the volume of which the dump says nothing. */
  boolean isHeldByUnknown(LiveVolume volume) {
    Optional<ClaimRef> ref = volume.claimRef();
    return ref.isPresent()
        && volume.phase().equals("Bound")
        && dump.claim(ref.get()).isEmpty()
        && !dump.knows(LiveKind.PERSISTENT_VOLUME_CLAIM, ref.get().namespace());
  }

  /** The volume that holds the disk of the claim, if it is in the dump. */
  Optional<LiveVolume> volumeOf(LiveClaim claim) {
    return dump.volume(claim.volumeName()).filter(volume -> volume.claimUid().equals(claim.uid()));
  }
}
