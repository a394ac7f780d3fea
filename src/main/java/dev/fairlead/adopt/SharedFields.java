package dev.fairlead.adopt;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.SourceType;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Moves the fields that most volumes share to {@code defaults}. A field goes there if that saves
 * more lines than it takes.
 *
 * @param defaults the defaults, if there are any
 * @param volumes the volumes without them
 */
record SharedFields(Optional<Mapping> defaults, List<Draft.Item> volumes) {
  /** Fields of which a volume can't have none once the defaults have one. */
  private static final List<String> FOR_ALL =
      List.of(
          "storage",
          "mountOptions",
          "topology",
          "nodeAffinity",
          "volumeAttributesClassName",
          "ignore");

  /** The fields of the defaults, in the order of the documentation. */
  private static final List<String> ORDER =
      List.of(
          "storage",
          "accessModes",
          "storageClassName",
          "reclaimPolicy",
          "volumeMode",
          "mountOptions",
          "volumeAttributesClassName",
          "csiMigration",
          "topology",
          "nodeAffinity",
          "ignore");

  /** The volumes with what they share moved to the defaults. */
  static SharedFields of(List<Draft.Item> volumes) {
    if (volumes.size() < 2) {
      return new SharedFields(Optional.empty(), volumes);
    }
    List<Mapping> fields = new ArrayList<>();
    volumes.forEach(item -> fields.add(item.entry().fields()));
    MappingBuilder defaults = new MappingBuilder();
    for (String key : ORDER) {
      Optional<Tree> value = shared(fields, key);
      if (value.isPresent()) {
        defaults.put(key, value.get());
        fields.replaceAll(volume -> withDefault(volume, key, value.get()));
      }
    }
    for (String map : List.of("labels", "annotations")) {
      Mapping entries = SharedEntries.of(fields, map);
      if (!entries.isEmpty()) {
        defaults.put(map, entries);
        fields.replaceAll(volume -> SharedEntries.without(volume, map, entries));
      }
    }
    SharedReserve.of(volumes, fields)
        .ifPresent(
            reserve -> {
              defaults.put("reserve", reserve);
              for (int i = 0; i < fields.size(); i++) {
                fields.set(i, SharedReserve.without(volumes.get(i), fields.get(i), reserve));
              }
            });
    SharedSource.of(fields).ifPresent(source -> source.moveTo(defaults, fields));
    List<Draft.Item> shorter = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      shorter.add(volumes.get(i).withFields(fields.get(i)));
    }
    Mapping built = defaults.build(fields.get(0).span());
    return new SharedFields(built.isEmpty() ? Optional.empty() : Optional.of(built), shorter);
  }

  /** The value of a field that is worth a line of the defaults. */
  private static Optional<Tree> shared(List<Mapping> volumes, String key) {
    Votes votes = new Votes();
    int missing = 0;
    for (Mapping volume : volumes) {
      if (volume.has(key)) {
        votes.add(volume.find(key));
      } else if (FOR_ALL.contains(key) && !(isNodes(key) && hasNodes(volume))) {
        return Optional.empty();
      } else if (!isNodes(key) && !(key.equals("csiMigration") && !isInTree(volume))) {
        missing++;
      }
    }
    Optional<Tree> most = votes.most();
    int count = most.isPresent() ? votes.count(most.get()) : 0;
    boolean worthIt = 2 * count > volumes.size() && count - 1 - missing > 0;
    return worthIt ? most : Optional.empty();
  }

  private static boolean isNodes(String key) {
    return key.equals("topology") || key.equals("nodeAffinity");
  }

  /** Whether csiMigration means anything for its source. */
  private static boolean isInTree(Mapping volume) {
    for (String key : volume.keys()) {
      if (SourceType.of(key).filter(type -> type.csiDriver().isPresent()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasNodes(Mapping volume) {
    return volume.has("topology") || volume.has("nodeAffinity");
  }

  private static Mapping withDefault(Mapping volume, String key, Tree value) {
    Tree own = volume.find(key);
    if (own != null) {
      return own.isSame(value) ? Fields.without(volume, key) : volume;
    }
    return isNodes(key) || key.equals("csiMigration") && !isInTree(volume)
        ? volume
        : inOrder(volume.with(key, otherwise(key, volume.span())));
  }

  /** What a volume says that has none of its own, against the defaults. */
  private static Tree otherwise(String key, Span span) {
    return switch (key) {
      case "accessModes" -> Sequence.ofStrings(List.of("ReadWriteOnce"), span);
      case "storageClassName" -> Scalar.string("", span);
      case "reclaimPolicy" -> Scalar.string("Retain", span);
      case "volumeMode" -> Scalar.string("Filesystem", span);
      case "csiMigration" -> Scalar.bool(false, span);
      default -> throw new IllegalStateException(key + " has no value that means none");
    };
  }

  private static Mapping inOrder(Mapping volume) {
    Set<String> order = new LinkedHashSet<>(VolumeEntry.BEFORE_SOURCE);
    for (String key : volume.keys()) {
      if (!VolumeEntry.AFTER_SOURCE.contains(key)) {
        order.add(key);
      }
    }
    return Fields.ordered(volume, new ArrayList<>(order));
  }
}
