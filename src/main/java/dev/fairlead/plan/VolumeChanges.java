package dev.fairlead.plan;

import dev.fairlead.folder.FrozenKind;
import dev.fairlead.live.LiveVolume;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.StorageFields;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeSource;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Compares a live volume with that of a spec. What the spec leaves out is left as it is. */
final class VolumeChanges {
  private final LiveVolume live;
  private final List<FieldChange> changes = new ArrayList<>();

  private VolumeChanges(LiveVolume live) {
    this.live = live;
  }

  /** The fields that differ but for the claimRef. {@code has} is the model of {@code live}. */
  static List<FieldChange> of(Volume want, LiveVolume live, Volume has) {
    return new VolumeChanges(live).compare(want, has);
  }

  private List<FieldChange> compare(Volume want, Volume has) {
    VolumeSource source = want.source().value();
    VolumeSource before = has.source().value();
    if (!Same.source(source, before)) {
      add(Backend.shown(before), Backend.shown(source), source.fields(), source.type().toString());
    }
    if (want.volumeMode().value() != has.volumeMode().value()) {
      add(text(has.volumeMode()), text(want.volumeMode()), text(want.volumeMode()), "volumeMode");
    }
    affinity(want, has);
    if (want.capacity().value().compareTo(has.capacity().value()) != 0) {
      String size = text(want.capacity());
      add(text(has.capacity()), size, size, "capacity", "storage");
    }
    List<AccessMode> modes = want.accessModes().value();
    if (!new HashSet<>(modes).equals(new HashSet<>(has.accessModes().value()))) {
      add(text(has.accessModes()), text(want.accessModes()), modes, "accessModes");
    }
    storageClass(want, has);
    if (want.reclaimPolicy().value() != has.reclaimPolicy().value()) {
      String policy = text(want.reclaimPolicy());
      add(text(has.reclaimPolicy()), policy, policy, POLICY);
    }
    if (!want.mountOptions().equals(has.mountOptions())) {
      List<String> options = want.mountOptions();
      add(has.mountOptions().toString(), options.toString(), options, "mountOptions");
    }
    attributesClass(want.volumeAttributesClassName(), has.volumeAttributesClassName());
    changes.addAll(MetadataChanges.of(FrozenKind.PERSISTENT_VOLUME, want.metadata(), live));
    return changes;
  }

  /** The field with the reclaim policy. */
  static final String POLICY = "persistentVolumeReclaimPolicy";

  private void affinity(Volume want, Volume has) {
    if (want.nodeAffinity().isEmpty()) {
      return;
    }
    Mapping asked = want.nodeAffinity().get();
    String before = has.nodeAffinity().map(Same::text).orElse("");
    if (!before.equals(Same.text(asked))) {
      add(nodes(has), nodes(want), asked, "nodeAffinity");
    }
  }

  /** The expressions of the node affinity, such as {@code kubernetes.io/hostname In node-b}. */
  private static String nodes(Volume volume) {
    List<String> values = new ArrayList<>();
    for (Mapping expression : volume.nodeExpressions()) {
      List<String> words = new ArrayList<>();
      words.add(expression.stringOr("key", ""));
      words.add(expression.stringOr("operator", ""));
      expression.strings("values").forEach(value -> words.add(value.value()));
      values.add(String.join(" ", words).strip());
    }
    return String.join(", ", values);
  }

  private void storageClass(Volume want, Volume has) {
    String name = want.storageClassName().value();
    if (name.equals(has.storageClassName().value())) {
      return;
    }
    add(has.storageClassName().value(), name, name, "storageClassName");
    if (live.annotations().has(StorageFields.CLASS_ANNOTATION)) {
      // The old annotation would still win.
      List<String> keys = List.of("metadata", "annotations", StorageFields.CLASS_ANNOTATION);
      changes.add(new FieldChange(keys, has.storageClassName().value(), "", null, false));
    }
  }

  private void attributesClass(Optional<Located<String>> want, Optional<Located<String>> has) {
    if (want.isPresent() && !Objects.equals(value(want), value(has))) {
      add(value(has), value(want), value(want), "volumeAttributesClassName");
    }
  }

  private static String value(Optional<Located<String>> text) {
    return text.map(Located::value).orElse("");
  }

  private static String text(Located<?> value) {
    return value.value() instanceof List<?> list
        ? String.join(", ", list.stream().map(Object::toString).toList())
        : value.value().toString();
  }

  private void add(String before, String after, Object value, String... path) {
    List<String> keys = new ArrayList<>(List.of("spec"));
    keys.addAll(List.of(path));
    Tree old = live.spec().find(path[0]);
    changes.add(
        FieldChange.of(
            FrozenKind.PERSISTENT_VOLUME,
            live.manifest(),
            keys,
            Optional.ofNullable(old),
            before,
            after,
            value));
  }
}
