package dev.fairlead.live;

import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Volume;
import dev.fairlead.tree.Mapping;
import java.util.Optional;

/**
 * A PersistentVolume of a cluster. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#phase">Phase</a>.
 *
 * @param model the volume as {@code verify} reads it; empty if a field is missing that it needs
 */
public record LiveVolume(Mapping manifest, Optional<Volume> model) implements Live {
  /** The annotation of a volume that a provisioner made, with the provisioner's name. */
  public static final String PROVISIONED_BY = "pv.kubernetes.io/provisioned-by";

  /** The annotation of a volume whose claimRef was filled in by the binder. */
  public static final String BOUND_BY_CONTROLLER = "pv.kubernetes.io/bound-by-controller";

  /** The phase: Pending, Available, Bound, Released or Failed; empty if the dump doesn't tell. */
  public String phase() {
    return status().stringOr("phase", "");
  }

  /** The class; empty for a volume without one. */
  public String className() {
    return model.isPresent()
        ? model.get().storageClassName().value()
        : spec().stringOr("storageClassName", "");
  }

  /** The reclaim policy as written; {@code Retain} is the default of the API server. */
  public String reclaimPolicy() {
    return spec().stringOr("persistentVolumeReclaimPolicy", "Retain");
  }

  /** Whether a provisioner made its disk for a claim; else somebody has written the volume. */
  public boolean isProvisioned() {
    return annotations().has(PROVISIONED_BY);
  }

  /** The claimRef as written; empty if there is none. */
  public Mapping claimRefFields() {
    return spec().mapping("claimRef");
  }

  /** The claim that it is bound to or reserved for; its namespace is empty if it lacks one. */
  public Optional<ClaimRef> claimRef() {
    Mapping ref = claimRefFields();
    return ref.isEmpty()
        ? Optional.empty()
        : Optional.of(new ClaimRef(ref.stringOr("namespace", ""), ref.stringOr("name", "")));
  }

  /** The uid of the claim that it was bound to; empty for a reservation. */
  public String claimUid() {
    return claimRefFields().stringOr("uid", "");
  }
}
