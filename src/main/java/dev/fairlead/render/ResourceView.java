package dev.fairlead.render;

import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Metadata;
import dev.fairlead.model.Resource;
import dev.fairlead.model.SourceType;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeSource;
import dev.fairlead.model.Workload;
import dev.fairlead.mustache.View;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.Optional;

/** The names that a template can use for each type of resource. */
sealed interface ResourceView extends View {
  /** The view of a resource. */
  static ResourceView of(Resource resource) {
    return resource.match(
        new Resource.Cases<>() {
          @Override
          public ResourceView volume(Volume volume) {
            return new OfVolume(volume);
          }

          @Override
          public ResourceView claim(Claim claim) {
            return new OfClaim(claim);
          }

          @Override
          public ResourceView workload(Workload workload) {
            return new OfWorkload(workload);
          }
        });
  }

  /** A PersistentVolume. */
  record OfVolume(Volume volume) implements ResourceView {
    @Override
    public Object get(String name) {
      return switch (name) {
        case "accessModes" -> volume.accessModes().value();
        case "capacity" -> volume.capacity().value();
        case "claimRef" -> volume.claimRef().map(ref -> new OfClaimRef(ref.value()));
        case "mountOptions" -> volume.mountOptions();
        case "hasMountOptions" -> !volume.mountOptions().isEmpty();
        case "nodeAffinity" -> mapping(volume.nodeAffinity());
        case "reclaimPolicy" -> volume.reclaimPolicy().value();
        case "storageClassName" -> volume.storageClassName().value();
        case "volumeAttributesClassName" -> volume.volumeAttributesClassName().map(Located::value);
        case "volumeMode" -> volume.volumeMode().value();
        default -> {
          Optional<SourceType> type = SourceType.of(name);
          yield type.isPresent() ? source(type.get()) : ofMetadata(volume.metadata(), name);
        }
      };
    }

    private View source(SourceType type) {
      VolumeSource source = volume.source().value();
      return source.type() == type ? TreeView.OfMapping.of(source.fields()) : null;
    }
  }

  /** A PersistentVolumeClaim. */
  record OfClaim(Claim claim) implements ResourceView {
    @Override
    public Object get(String name) {
      return switch (name) {
        case "accessModes" -> claim.accessModes().value();
        case "dataSource" -> mapping(claim.dataSource());
        case "dataSourceRef" -> mapping(claim.dataSourceRef());
        case "request" -> claim.request().value();
        case "selector" -> mapping(claim.selector());
        case "storageClassName" -> claim.storageClassName().map(Located::value);
        case "volumeAttributesClassName" -> claim.volumeAttributesClassName().map(Located::value);
        case "volumeMode" -> claim.volumeMode().value();
        case "volumeName" -> claim.volumeName().map(Located::value);
        default -> ofMetadata(claim.metadata(), name);
      };
    }
  }

  /** A Pod or a workload that makes pods. */
  record OfWorkload(Workload workload) implements ResourceView {
    @Override
    public Object get(String name) {
      return switch (name) {
        case "apiVersion" -> workload.kind().apiVersion();
        case "kind" -> workload.kind();
        case "entries" -> TreeView.OfMapping.of(workload.spec()).entries();
        default -> ofMetadata(workload.metadata(), name);
      };
    }
  }

  /** The claim that a volume is bound to. */
  record OfClaimRef(ClaimRef ref) implements ResourceView {
    @Override
    public Object get(String name) {
      return switch (name) {
        case "name" -> ref.name();
        case "namespace" -> ref.namespace();
        default -> UNKNOWN;
      };
    }
  }

  private static Object ofMetadata(Metadata metadata, String name) {
    return switch (name) {
      case "name" -> metadata.name().value();
      case "namespace" -> metadata.namespace().map(Located::value);
      case "labels" -> TreeView.OfMapping.of(metadata.labels()).entries();
      case "hasLabels" -> !metadata.labels().isEmpty();
      case "finalizers" -> metadata.finalizers();
      case "hasFinalizers" -> !metadata.finalizers().isEmpty();
      case "annotations" -> TreeView.OfMapping.of(metadata.annotations()).entries();
      case "hasAnnotations" -> !metadata.annotations().isEmpty();
      default -> UNKNOWN;
    };
  }

  private static Optional<TreeView> mapping(Optional<Mapping> mapping) {
    return mapping.map(TreeView.OfMapping::of);
  }
}
