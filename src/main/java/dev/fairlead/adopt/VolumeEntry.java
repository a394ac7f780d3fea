package dev.fairlead.adopt;

import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Ignore;
import dev.fairlead.model.SourceType;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import dev.fairlead.write.Entry;
import java.util.List;
import java.util.Optional;

/** A PersistentVolume as an item of {@code volumes}. */
final class VolumeEntry {
  /** The order of the examples in the documentation; the source stands before csiMigration. */
  static final List<String> BEFORE_SOURCE =
      List.of(
          "name",
          "storage",
          "accessModes",
          "storageClassName",
          "reclaimPolicy",
          "volumeMode",
          "mountOptions",
          "labels",
          "annotations",
          "finalizers",
          "volumeAttributesClassName");

  static final List<String> AFTER_SOURCE =
      List.of("csiMigration", "topology", "nodeAffinity", "reserve", "bindTo", "ignore");

  private final Found volume;
  private final String namespace;
  private final FieldOrders orders;
  private final MappingBuilder fields = new MappingBuilder();

  private VolumeEntry(Found volume, String namespace, FieldOrders orders) {
    this.volume = volume;
    this.namespace = namespace;
    this.orders = orders;
  }

  /**
   * The entry of a volume in a document of this namespace.
   *
   * @param claim the claim that {@code reserve} makes
   * @param declared whether a claim under {@code claims} names the volume
   */
  static Entry of(
      Found volume,
      Optional<Found> claim,
      boolean declared,
      String namespace,
      boolean csiMigration,
      FieldOrders orders) {
    VolumeEntry entry = new VolumeEntry(volume, namespace, orders);
    entry.addFields(csiMigration);
    if (claim.isPresent()) {
      entry.fields.put("reserve", ReservedClaim.of(volume, claim.get(), namespace));
    } else if (!declared) {
      Pairs.claimRef(volume).ifPresent(entry::addBindTo);
    }
    entry.put("ignore", IgnoredCodes.of(volume));
    return new Entry(entry.fields.build(volume.manifest().span()), volume.comments());
  }

  private void addFields(boolean csiMigration) {
    Mapping spec = volume.spec();
    put("name", volume.own().mapping("metadata").find("name"));
    put("storage", Defaulted.size(spec.mapping("capacity").find("storage")));
    put("accessModes", Defaulted.unlessReadWriteOnce(spec.find("accessModes")));
    put("storageClassName", Defaulted.unless("", spec.find("storageClassName")));
    put("reclaimPolicy", Defaulted.unless("Retain", spec.find("persistentVolumeReclaimPolicy")));
    put("volumeMode", Defaulted.unless("Filesystem", spec.find("volumeMode")));
    put("mountOptions", spec.find("mountOptions"));
    putMap("labels", volume.labels());
    putMap("annotations", Fields.without(volume.annotations(), Ignore.ANNOTATION));
    put("finalizers", volume.own().mapping("metadata").find("finalizers"));
    put("volumeAttributesClassName", spec.find("volumeAttributesClassName"));
    for (Mapping.Entry field : spec.entries()) {
      SourceType.of(field.key()).ifPresent(type -> putSource(type, field.value(), csiMigration));
    }
    addNodes(spec.find("nodeAffinity"));
  }

  private void putSource(SourceType type, Tree source, boolean csiMigration) {
    put(type.toString(), source instanceof Mapping m ? orders.ofSource(type, m) : source);
    if (csiMigration && type.csiDriver().isPresent()) {
      put("csiMigration", Scalar.bool(true, source.span()));
    }
  }

  private void addNodes(Tree affinity) {
    Optional<Mapping> topology =
        affinity instanceof Mapping nodes ? ShortTopology.of(nodes) : Optional.empty();
    if (topology.isPresent()) {
      put("topology", topology.get());
    } else {
      put("nodeAffinity", affinity);
    }
  }

  private void addBindTo(ClaimRef ref) {
    Mapping written = volume.spec().mapping("claimRef");
    Tree name = written.find("name");
    put(
        "bindTo",
        ref.namespace().equals(namespace)
            ? name
            : new MappingBuilder()
                .put("name", name)
                .put("namespace", written.find("namespace"))
                .build(written.span()));
  }

  private void putMap(String key, Mapping map) {
    if (!map.isEmpty()) {
      fields.put(key, map);
    }
  }

  /** Sets a field, unless its value is missing or has nothing in it. */
  private void put(String key, Tree value) {
    boolean empty =
        value == null
            || value instanceof Mapping mapping && mapping.isEmpty()
            || value instanceof Sequence list && list.items().isEmpty();
    if (!empty) {
      fields.put(key, value);
    }
  }
}
