package dev.fairlead.adopt;

import dev.fairlead.model.Ignore;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import dev.fairlead.write.Entry;
import java.util.Optional;

/** A PersistentVolumeClaim as an item of {@code claims}. */
final class ClaimEntry {
  private final MappingBuilder fields = new MappingBuilder();

  private ClaimEntry() {}

  /** The entry of a claim. With the volume of a pair, it leaves out what that says. */
  static Entry of(Found claim, Optional<Found> volume) {
    ClaimEntry entry = new ClaimEntry();
    entry.add(claim, volume);
    return new Entry(entry.fields.build(claim.manifest().span()), claim.comments());
  }

  private void add(Found claim, Optional<Found> volume) {
    Mapping metadata = claim.own().mapping("metadata");
    Mapping spec = claim.spec();
    put("name", metadata.find("name"));
    if (volume.isPresent()) {
      put("volume", Scalar.string(volume.get().name(), claim.place()));
    } else {
      put("volumeName", Defaulted.unless("", spec.find("volumeName")));
    }
    Tree storage = Defaulted.size(spec.mapping("resources").mapping("requests").find("storage"));
    if (volume.isEmpty()) {
      put("storage", storage);
      put("accessModes", Defaulted.unlessReadWriteOnce(spec.find("accessModes")));
      put("storageClassName", spec.find("storageClassName"));
      put("volumeMode", Defaulted.unless("Filesystem", spec.find("volumeMode")));
      put("volumeAttributesClassName", spec.find("volumeAttributesClassName"));
    } else {
      Mapping of = volume.get().spec();
      put("storage", unlessSame(storage, Defaulted.size(of.mapping("capacity").find("storage"))));
      put("accessModes", unlessSame(spec.find("accessModes"), of.find("accessModes")));
      put("storageClassName", unlessSame(spec, of, "storageClassName", ""));
      put("volumeMode", unlessSame(spec, of, "volumeMode", "Filesystem"));
      put("volumeAttributesClassName", unlessSame(spec, of, "volumeAttributesClassName", ""));
    }
    put("selector", spec.find("selector"));
    put("dataSource", spec.find("dataSource"));
    put("dataSourceRef", spec.find("dataSourceRef"));
    put("labels", claim.labels());
    put("annotations", Fields.without(claim.annotations(), Ignore.ANNOTATION));
    put("finalizers", metadata.find("finalizers"));
    put("ignore", IgnoredCodes.of(claim));
  }

  private static Tree unlessSame(Tree value, Tree other) {
    return value != null && other != null && value.isSame(other) ? null : value;
  }

  private static Tree unlessSame(Mapping spec, Mapping of, String field, String otherwise) {
    boolean same = spec.text(field).orElse(otherwise).equals(of.text(field).orElse(otherwise));
    return same ? null : spec.find(field);
  }

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
