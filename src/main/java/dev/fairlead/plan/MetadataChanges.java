package dev.fairlead.plan;

import dev.fairlead.folder.FrozenKind;
import dev.fairlead.live.Live;
import dev.fairlead.model.Metadata;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares labels and annotations. Others may have added more of them to a live object. */
final class MetadataChanges {
  private MetadataChanges() {}

  /** What is missing or has another value. */
  static List<FieldChange> of(FrozenKind kind, Metadata want, Live live) {
    List<FieldChange> changes = new ArrayList<>();
    add("labels", want.labels(), live.labels(), kind, live, changes);
    add("annotations", want.annotations(), live.annotations(), kind, live, changes);
    return changes;
  }

  private static void add(
      String field,
      Mapping want,
      Mapping has,
      FrozenKind kind,
      Live live,
      List<FieldChange> changes) {
    for (String key : want.keys()) {
      String value = want.stringOr(key, "");
      if (!has.has(key) || !has.stringOr(key, "").equals(value)) {
        changes.add(
            FieldChange.of(
                kind,
                live.manifest(),
                List.of("metadata", field, key),
                Optional.empty(),
                has.stringOr(key, ""),
                value,
                value));
      }
    }
  }
}
