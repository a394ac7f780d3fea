package dev.fairlead.plan;

import dev.fairlead.diagnostic.Quote;
import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Resource;
import dev.fairlead.model.Volume;
import dev.fairlead.model.Workload;

/**
 * An object of a cluster.
 *
 * @param namespace empty for an object of the cluster itself
 */
public record ObjectRef(ObjectKind kind, String namespace, String name) {
  /** A volume. */
  public static ObjectRef volume(String name) {
    return new ObjectRef(ObjectKind.PERSISTENT_VOLUME, "", name);
  }

  /** A claim. */
  public static ObjectRef claim(ClaimRef claim) {
    return new ObjectRef(ObjectKind.PERSISTENT_VOLUME_CLAIM, claim.namespace(), claim.name());
  }

  /** An object of a spec. */
  public static ObjectRef of(Resource resource) {
    return resource.match(
        new Resource.Cases<>() {
          @Override
          public ObjectRef volume(Volume volume) {
            return ObjectRef.volume(volume.name());
          }

          @Override
          public ObjectRef claim(Claim claim) {
            return ObjectRef.claim(claim.ref());
          }

          @Override
          public ObjectRef workload(Workload workload) {
            return new ObjectRef(
                ObjectKind.of(workload.kind()), workload.namespace(), workload.name());
          }
        });
  }

  /** {@code namespace/name}, or the name alone. */
  public String path() {
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }

  /** In the words of a step, such as {@code claim shop/data}. */
  public String words() {
    String path = Quote.visible(path());
    return switch (kind) {
      case PERSISTENT_VOLUME -> "volume " + path;
      case PERSISTENT_VOLUME_CLAIM -> "claim " + path;
      case NAMESPACE -> "namespace " + path;
      default -> kind + " " + path;
    };
  }
}
