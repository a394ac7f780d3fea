package dev.fairlead.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A PersistentVolume, complete. {@code claimRef} is the claim it is bound to, and {@code
 * reservation} that claim where fairlead makes it for the volume; {@code translated} tells what an
 * in-tree source lost on its way to CSI. See <a
 * href="https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/persistent-volume-v1/">PersistentVolume</a>.
 */
public record Volume(
    Metadata metadata,
    At<Quantity> capacity,
    At<List<AccessMode>> accessModes,
    At<String> storageClassName,
    At<ReclaimPolicy> reclaimPolicy,
    At<VolumeMode> volumeMode,
    List<String> mountOptions,
    Optional<Tree.Mapping> nodeAffinity,
    At<VolumeSource> source,
    Optional<At<String>> volumeAttributesClassName,
    Optional<At<ClaimRef>> claimRef,
    Optional<Claim> reservation,
    List<Translated> translated,
    List<Ignore> ignore)
    implements Resource {

  /** The terms that say on which nodes it is; none where it may be on all. */
  public List<Tree.Mapping> nodeSelectorTerms() {
    return nodeAffinity.isEmpty()
        ? List.of()
        : nodeAffinity.get().mapping("required").mappings("nodeSelectorTerms");
  }

  /** The expressions of these terms that look at labels. */
  public List<Tree.Mapping> nodeExpressions() {
    List<Tree.Mapping> expressions = new ArrayList<>();
    for (Tree.Mapping term : nodeSelectorTerms()) {
      expressions.addAll(term.mappings("matchExpressions"));
    }
    return expressions;
  }

  /** The same volume with the claim that is made for it. */
  public Volume withReservation(Claim claim) {
    return copy(source, accessModes, nodeAffinity, Optional.of(claim), translated);
  }

  /** The same volume with other access modes. */
  public Volume withAccessModes(At<List<AccessMode>> modes) {
    return copy(source, modes, nodeAffinity, reservation, translated);
  }

  /** The same disk under the source of its CSI driver, with the warnings to give about that. */
  public Volume translated(
      At<VolumeSource> csi, Optional<Tree.Mapping> affinity, List<Translated> warnings) {
    return copy(csi, accessModes, affinity, reservation, List.copyOf(warnings));
  }

  /**
   * The volume as far as claims, workloads and other volumes look at it: without what only its own
   * manifest and its own rules need. {@code shared} keeps what it has in common with others.
   */
  public Volume outline(Shared shared) {
    At<List<AccessMode>> modes = shared.same(accessModes);
    At<VolumeMode> mode = shared.same(volumeMode);
    return new Volume(
        metadata.outline(),
        capacity,
        modes,
        storageClassName,
        shared.same(reclaimPolicy),
        mode,
        List.of(),
        Optional.empty(),
        shared.same(source.value().outline()),
        volumeAttributesClassName,
        claimRef,
        reservation.map(claim -> claim.outline(modes, mode)),
        List.of(),
        ignore);
  }

  private Volume copy(
      At<VolumeSource> source,
      At<List<AccessMode>> accessModes,
      Optional<Tree.Mapping> nodeAffinity,
      Optional<Claim> reservation,
      List<Translated> translated) {
    return new Volume(
        metadata,
        capacity,
        accessModes,
        storageClassName,
        reclaimPolicy,
        volumeMode,
        mountOptions,
        nodeAffinity,
        source,
        volumeAttributesClassName,
        claimRef,
        reservation,
        translated,
        ignore);
  }
}
