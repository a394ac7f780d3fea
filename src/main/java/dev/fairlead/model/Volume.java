package dev.fairlead.model;

import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A complete PersistentVolume. {@code claimRef} names the claim that it is bound to; {@code
 * reservation} is that claim if fairlead makes it. {@code translated} holds the warnings from the
 * translation of an in-tree source to CSI. See <a
 * href="https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/persistent-volume-v1/">PersistentVolume</a>.
 */
public record Volume(
    Metadata metadata,
    Located<Quantity> capacity,
    Located<List<AccessMode>> accessModes,
    Located<String> storageClassName,
    Located<ReclaimPolicy> reclaimPolicy,
    Located<VolumeMode> volumeMode,
    List<String> mountOptions,
    Optional<Mapping> nodeAffinity,
    Located<VolumeSource> source,
    Optional<Located<String>> volumeAttributesClassName,
    Optional<Located<ClaimRef>> claimRef,
    Optional<Claim> reservation,
    List<Translated> translated,
    Recorded recorded,
    List<Ignore> ignore)
    implements Resource {
  @Override
  public Kind kind() {
    return StorageKind.PERSISTENT_VOLUME;
  }

  @Override
  public <T> T match(Cases<T> cases) {
    return cases.volume(this);
  }

  /** The terms of the node affinity; empty if the volume is not limited to certain nodes. */
  public List<Mapping> nodeSelectorTerms() {
    return nodeAffinity.isEmpty()
        ? List.of()
        : nodeAffinity.get().mapping("required").mappings("nodeSelectorTerms");
  }

  /** The label expressions of all these terms. */
  public List<Mapping> nodeExpressions() {
    List<Mapping> expressions = new ArrayList<>();
    for (Mapping term : nodeSelectorTerms()) {
      expressions.addAll(term.mappings("matchExpressions"));
    }
    return expressions;
  }

  /** The same volume with the claim that fairlead makes for it. */
  public Volume withReservation(Claim claim) {
    return copy(source, accessModes, nodeAffinity, Optional.of(claim), translated);
  }

  /** The same volume with other access modes. */
  public Volume withAccessModes(Located<List<AccessMode>> modes) {
    return copy(source, modes, nodeAffinity, reservation, translated);
  }

  /** The same volume with a CSI source, and with the warnings about the translation. */
  public Volume translated(
      Located<VolumeSource> csi, Optional<Mapping> affinity, List<Translated> warnings) {
    return copy(csi, accessModes, affinity, reservation, List.copyOf(warnings));
  }

  private Volume copy(
      Located<VolumeSource> source,
      Located<List<AccessMode>> accessModes,
      Optional<Mapping> nodeAffinity,
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
        recorded,
        ignore);
  }
}
