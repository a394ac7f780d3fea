package dev.fairlead.live;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.StorageFields;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An object of a cluster as kubectl printed it. See <a
 * href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/">ObjectMeta</a>.
 */
public sealed interface Live
    permits LiveVolume, LiveClaim, LiveWorkload, LiveClass, LiveNode, LiveAttachment, LiveObject {
  /** The whole object, without fields that are null. */
  Mapping manifest();

  /** The API group and version, such as {@code apps/v1}. */
  default String apiVersion() {
    return manifest().stringOr("apiVersion", "");
  }

  /** The kind as kubectl prints it, such as {@code PersistentVolume}. */
  default String kindName() {
    return manifest().stringOr("kind", "");
  }

  /** The metadata. */
  default Mapping meta() {
    return manifest().mapping("metadata");
  }

  /** The spec; empty for kinds without one. */
  default Mapping spec() {
    return manifest().mapping("spec");
  }

  /** The status; empty if there is none. */
  default Mapping status() {
    return manifest().mapping("status");
  }

  /** The name. */
  default String name() {
    return meta().stringOr("name", "");
  }

  /** The namespace; empty for objects of the cluster. */
  default String namespace() {
    return meta().stringOr("namespace", "");
  }

  /** The uid; empty if the dump has none. */
  default String uid() {
    return meta().stringOr("uid", "");
  }

  /** The version of the object in the store; empty if the dump has none. */
  default String resourceVersion() {
    return meta().stringOr("resourceVersion", "");
  }

  /** When it was created, in RFC 3339; empty if the dump doesn't tell. */
  default String created() {
    return meta().stringOr("creationTimestamp", "");
  }

  /** When its deletion was asked for, in RFC 3339; empty if it was not. */
  default String deleted() {
    return meta().stringOr("deletionTimestamp", "");
  }

  /** Whether somebody has deleted it and a finalizer holds it. */
  default boolean isTerminating() {
    return !deleted().isEmpty();
  }

  /** What has to be done before it may go. */
  default List<String> finalizers() {
    List<String> finalizers = new ArrayList<>();
    for (Located<String> finalizer : meta().strings("finalizers")) {
      finalizers.add(finalizer.value());
    }
    return finalizers;
  }

  /** The labels. */
  default Mapping labels() {
    return StorageFields.strings(meta(), "labels", Mapping.empty(meta().span()));
  }

  /** The annotations. */
  default Mapping annotations() {
    return StorageFields.strings(meta(), "annotations", Mapping.empty(meta().span()));
  }

  /** The objects that it belongs to. */
  default List<OwnerRef> owners() {
    List<OwnerRef> owners = new ArrayList<>();
    for (Mapping owner : meta().mappings("ownerReferences")) {
      owners.add(OwnerRef.of(owner));
    }
    return owners;
  }

  /** The owner that created it and manages it, if there is one. */
  default Optional<OwnerRef> controller() {
    for (OwnerRef owner : owners()) {
      if (owner.isController()) {
        return Optional.of(owner);
      }
    }
    return Optional.empty();
  }

  /** The conditions of its status. */
  default List<LiveCondition> conditions() {
    List<LiveCondition> conditions = new ArrayList<>();
    for (Mapping condition : status().mappings("conditions")) {
      conditions.add(LiveCondition.of(condition));
    }
    return conditions;
  }

  /** The place of the name in the dump. */
  default Span place() {
    return meta().has("name") ? meta().spanOf("name") : manifest().span();
  }
}
