package dev.fairlead.binder;

import dev.fairlead.live.Dump;
import dev.fairlead.live.LiveClaim;
import dev.fairlead.live.LiveClass;
import dev.fairlead.live.LiveKind;
import dev.fairlead.live.LiveVolume;
import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.tree.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the claims of a dump with its volumes as the binder of Kubernetes does. */
public final class Binder {
  private final Dump dump;
  private final Optional<NodeLabels> nodes;
  private final Map<ClaimRef, List<LiveVolume>> byClaim = new HashMap<>();
  private final Map<String, List<LiveVolume>> reservedByName = new HashMap<>();
  private final List<LiveVolume> free = new ArrayList<>();
  private final Map<String, Optional<LiveVolume>> nearestFree = new HashMap<>();
  private final Map<String, Boolean> onNoNode = new HashMap<>();

  /** A binder for this dump. Nodes count only if the dump has some. */
  public Binder(Dump dump) {
    this.dump = dump;
    this.nodes =
        dump.knows(LiveKind.NODE) ? Optional.of(new NodeLabels(dump.nodes())) : Optional.empty();
    for (LiveVolume volume : dump.volumes()) {
      Optional<ClaimRef> ref = volume.claimRef();
      if (ref.isPresent()) {
        byClaim.computeIfAbsent(ref.get(), absent -> new ArrayList<>()).add(volume);
        if (!volume.phase().equals("Bound")) {
          reservedByName.computeIfAbsent(ref.get().name(), absent -> new ArrayList<>()).add(volume);
        }
      } else {
        free.add(volume);
      }
    }
  }

  /** The volumes whose claimRef has this namespace and name, whatever its uid. */
  public List<LiveVolume> volumesFor(ClaimRef claim) {
    return byClaim.getOrDefault(claim, List.of());
  }

  /** Whether no node of the dump fulfils the volume's node affinity; false without nodes. */
  public boolean isOnNoNode(LiveVolume volume) {
    return nodes.isPresent()
        && onNoNode.computeIfAbsent(volume.name(), absent -> findOnNoNode(volume));
  }

  private boolean findOnNoNode(LiveVolume volume) {
    return volume.model().isPresent()
        && volume.model().get().nodeAffinity().isPresent()
        && !nodes.get().fulfil(volume.model().get().nodeSelectorTerms());
  }

  /** Compares a claim with a volume. */
  public Fit compare(LiveClaim claim, LiveVolume volume) {
    return Fit.of(claim, volume, waits(claim) && isOnNoNode(volume));
  }

  /**
   * The volume that the claim would be bound to, or else the one that lacks least for it. Volumes
   * of other claims come into question only if there are no others, or if a name points at them.
   */
  public Optional<Fit> nearest(LiveClaim claim) {
    List<LiveVolume> volumes =
        new ArrayList<>(reservedByName.getOrDefault(claim.name(), List.of()));
    volumes.addAll(volumesFor(claim.ref()));
    Optional<LiveVolume> namesake = dump.volume(claim.name());
    if (namesake.isPresent()) {
      volumes.add(namesake.get());
    }
    Optional<LiveVolume> stranger = nearestFree(claim);
    if (stranger.isPresent()) {
      volumes.add(stranger.get());
    }
    Fit best = null;
    for (LiveVolume volume : volumes) {
      Fit fit = compare(claim, volume);
      if (best == null || fit.distance() < best.distance()) {
        best = fit;
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * The nearest volume without claimRef, or of all if each has one, whatever the names. Claims of
   * one shape share it.
   */
  private Optional<LiveVolume> nearestFree(LiveClaim claim) {
    if (claim.model().isEmpty() || claim.model().get().selector().isPresent()) {
      return findNearestFree(claim);
    }
    return nearestFree.computeIfAbsent(shape(claim.model().get()), shape -> findNearestFree(claim));
  }

  private static String shape(Claim claim) {
    return claim.request().value().bytes()
        + " "
        + claim.accessModes().value()
        + " "
        + claim.volumeMode().value()
        + " "
        + claim.storageClassName().map(Located::value)
        + " "
        + claim.volumeAttributesClassName().map(Located::value);
  }

  private Optional<LiveVolume> findNearestFree(LiveClaim claim) {
    Fit best = null;
    for (LiveVolume volume : free.isEmpty() ? dump.volumes() : free) {
      Fit fit = compare(claim, volume);
      if (best == null || fit.obstacles() < best.obstacles()) {
        best = fit;
      }
    }
    return best == null ? Optional.empty() : Optional.of(best.volume());
  }

  /** Whether the class of the claim is in the dump and binds only when a pod needs the claim. */
  public boolean waits(LiveClaim claim) {
    Optional<LiveClass> named = dump.storageClass(claim.className().orElse(""));
    return named.isPresent() && named.get().waitsForConsumer();
  }
}
