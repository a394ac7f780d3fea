package dev.fairlead.live;

import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.tree.Mapping;
import java.util.Optional;

/**
 * A PersistentVolumeClaim of a cluster.
 *
 * @param model the claim as {@code verify} reads it; empty if a field is missing that it needs
 */
public record LiveClaim(Mapping manifest, Optional<Claim> model) implements Live {
  /** The annotation of a claim that the binder has bound. */
  public static final String BIND_COMPLETED = "pv.kubernetes.io/bind-completed";

  /** The annotation of a claim whose volumeName was filled in by the binder. */
  public static final String BOUND_BY_CONTROLLER = "pv.kubernetes.io/bound-by-controller";

  /** The annotation with the node that the scheduler has chosen for its first consumer. */
  public static final String SELECTED_NODE = "volume.kubernetes.io/selected-node";

  /** Namespace and name. A claim without a namespace is in {@code default}. */
  public ClaimRef ref() {
    String namespace = namespace();
    return new ClaimRef(namespace.isEmpty() ? "default" : namespace, name());
  }

  /** The phase: Pending, Bound or Lost; empty if the dump doesn't tell. */
  public String phase() {
    return status().stringOr("phase", "");
  }

  /** Whether the dump says that it is bound. */
  public boolean isBound() {
    return phase().equals("Bound");
  }

  /** Whether the dump says that it waits for a volume. */
  public boolean isPending() {
    return phase().equals("Pending");
  }

  /** Whether the binder has bound it once. Then it takes no other volume, and may be Lost. */
  public boolean saysBound() {
    return annotations().has(BIND_COMPLETED);
  }

  /** The volume that it is bound to or asks for; empty if it names none. */
  public String volumeName() {
    return spec().stringOr("volumeName", "");
  }

  /** The class that it asks for; empty if it names none, as long as none is filled in. */
  public Optional<String> className() {
    return model.isPresent()
        ? model.get().storageClassName().map(name -> name.value())
        : spec().text("storageClassName");
  }
}
