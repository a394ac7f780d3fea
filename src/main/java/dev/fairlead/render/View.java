package dev.fairlead.render;

import dev.fairlead.model.At;
import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Metadata;
import dev.fairlead.model.Resource;
import dev.fairlead.model.Tree;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeSource;
import dev.fairlead.model.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a template can name in each thing it is shown. A switch rather than reflection: it is the
 * whole list, and it is fast from the first call.
 */
sealed interface View {
  /** What {@code get} returns for a name that the thing does not have. */
  Object UNKNOWN = new Object();

  /** A value, a {@link View}, a list of them, null or empty for none, or {@link #UNKNOWN}. */
  Object get(String name);

  /** The view of a resource. */
  static View of(Resource resource) {
    if (resource instanceof Volume volume) {
      return new OfVolume(volume);
    }
    return resource instanceof Claim claim
        ? new OfClaim(claim)
        : new OfWorkload((Workload) resource);
  }

  private static Object ofMetadata(Metadata metadata, String name) {
    return switch (name) {
      case "name" -> metadata.name().value();
      case "namespace" -> metadata.namespace().map(At::value);
      case "labels" -> strings(metadata.labels());
      case "hasLabels" -> !metadata.labels().isEmpty();
      case "annotations" -> strings(metadata.annotations());
      case "hasAnnotations" -> !metadata.annotations().isEmpty();
      default -> UNKNOWN;
    };
  }

  private static List<OfString> strings(Map<String, String> strings) {
    List<OfString> views = new ArrayList<>(strings.size());
    for (Map.Entry<String, String> entry : strings.entrySet()) {
      views.add(new OfString(entry.getKey(), entry.getValue()));
    }
    return views;
  }

  /** A PersistentVolume. */
  record OfVolume(Volume volume) implements View {
    @Override
    public Object get(String name) {
      return switch (name) {
        case "accessModes" -> volume.accessModes().value();
        case "capacity" -> volume.capacity().value();
        case "claimRef" -> volume.claimRef().map(ref -> new OfClaimRef(ref.value()));
        case "mountOptions" -> volume.mountOptions();
        case "hasMountOptions" -> !volume.mountOptions().isEmpty();
        case "nodeAffinity" -> volume.nodeAffinity().map(OfTree::new);
        case "reclaimPolicy" -> volume.reclaimPolicy().value();
        case "storageClassName" -> volume.storageClassName().value();
        case "volumeAttributesClassName" -> volume.volumeAttributesClassName().map(At::value);
        case "volumeMode" -> volume.volumeMode().value();
        default ->
            VolumeSource.SERVED.contains(name) ? source(name) : ofMetadata(volume.metadata(), name);
      };
    }

    private View source(String type) {
      VolumeSource source = volume.source().value();
      return source.type().equals(type) ? new OfTree(source.fields()) : null;
    }
  }

  /** A PersistentVolumeClaim. */
  record OfClaim(Claim claim) implements View {
    @Override
    public Object get(String name) {
      return switch (name) {
        case "accessModes" -> claim.accessModes().value();
        case "dataSource" -> claim.dataSource().map(OfTree::new);
        case "dataSourceRef" -> claim.dataSourceRef().map(OfTree::new);
        case "request" -> claim.request().value();
        case "selector" -> claim.selector().map(OfTree::new);
        case "storageClassName" -> claim.storageClassName().map(At::value);
        case "volumeAttributesClassName" -> claim.volumeAttributesClassName().map(At::value);
        case "volumeMode" -> claim.volumeMode().value();
        case "volumeName" -> claim.volumeName().map(At::value);
        default -> ofMetadata(claim.metadata(), name);
      };
    }
  }

  /** A Pod or something that makes pods. */
  record OfWorkload(Workload workload) implements View {
    @Override
    public Object get(String name) {
      return switch (name) {
        case "apiVersion" -> workload.kind().apiVersion();
        case "kind" -> workload.kind();
        case "entries" -> new OfTree(workload.spec()).get(name);
        default -> ofMetadata(workload.metadata(), name);
      };
    }
  }

  /** The claim that a volume is bound to. */
  record OfClaimRef(ClaimRef ref) implements View {
    @Override
    public Object get(String name) {
      return switch (name) {
        case "name" -> ref.name();
        case "namespace" -> ref.namespace();
        default -> UNKNOWN;
      };
    }
  }

  /** A label or annotation. */
  record OfString(String key, String value) implements View {
    @Override
    public Object get(String name) {
      return switch (name) {
        case "key" -> key;
        case "value" -> value;
        default -> UNKNOWN;
      };
    }
  }

  /** A mapping: its entries, or the first of them and the rest. */
  record OfTree(Tree.Mapping mapping) implements View {
    @Override
    public Object get(String name) {
      return switch (name) {
        case "entries" -> entries();
        case "first" -> entries().subList(0, 1);
        case "rest" -> rest();
        default -> UNKNOWN;
      };
    }

    /** Nothing rather than no entries, because a partial that prints nothing leaves its indent. */
    private Optional<OfEntries> rest() {
      List<OfEntry> entries = entries();
      return entries.size() < 2
          ? Optional.empty()
          : Optional.of(new OfEntries(entries.subList(1, entries.size())));
    }

    private List<OfEntry> entries() {
      List<OfEntry> entries = new ArrayList<>(mapping.entries().size());
      for (Map.Entry<String, Tree> entry : mapping.entries().entrySet()) {
        entries.add(new OfEntry(entry.getKey(), entry.getValue()));
      }
      return entries;
    }
  }

  /** Some entries of a mapping. */
  record OfEntries(List<OfEntry> entries) implements View {
    @Override
    public Object get(String name) {
      return name.equals("entries") ? entries : UNKNOWN;
    }
  }

  /** An entry of a mapping. */
  record OfEntry(String key, Tree tree) implements View {
    @Override
    public Object get(String name) {
      return switch (name) {
        case "key" -> key;
        case "value" -> tree;
        case "leaf" -> isLeaf(tree) ? this : null;
        case "mapping" -> isMapping(tree) ? new OfNamedTree(key, (Tree.Mapping) tree) : null;
        case "list" -> isList(tree) ? new OfNamedList(key, (Tree.Sequence) tree) : null;
        default -> UNKNOWN;
      };
    }
  }

  /** An item of a list. */
  record OfItem(Tree tree) implements View {
    @Override
    public Object get(String name) {
      return switch (name) {
        case "value" -> tree;
        case "leaf" -> isLeaf(tree) ? this : null;
        case "mapping" -> isMapping(tree) ? new OfTree((Tree.Mapping) tree) : null;
        case "list" -> isList(tree) ? new OfList((Tree.Sequence) tree) : null;
        default -> UNKNOWN;
      };
    }
  }

  /** A mapping under a key. */
  record OfNamedTree(String key, Tree.Mapping mapping) implements View {
    @Override
    public Object get(String name) {
      return name.equals("key") ? key : new OfTree(mapping).get(name);
    }
  }

  /** A list in another list. */
  record OfList(Tree.Sequence list) implements View {
    @Override
    public Object get(String name) {
      return name.equals("items") ? items() : UNKNOWN;
    }

    private List<OfItem> items() {
      List<OfItem> items = new ArrayList<>(list.items().size());
      for (Tree item : list.items()) {
        items.add(new OfItem(item));
      }
      return items;
    }
  }

  /** A list under a key. */
  record OfNamedList(String key, Tree.Sequence list) implements View {
    @Override
    public Object get(String name) {
      return name.equals("key") ? key : new OfList(list).get(name);
    }
  }

  private static boolean isLeaf(Tree tree) {
    return !isMapping(tree) && !isList(tree);
  }

  private static boolean isMapping(Tree tree) {
    return tree instanceof Tree.Mapping mapping && !mapping.entries().isEmpty();
  }

  private static boolean isList(Tree tree) {
    return tree instanceof Tree.Sequence list && !list.items().isEmpty();
  }
}
