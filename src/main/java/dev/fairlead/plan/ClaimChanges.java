package dev.fairlead.plan;

import dev.fairlead.folder.FrozenKind;
import dev.fairlead.live.LiveClaim;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.Claim;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Compares a live claim with that of a spec. What the spec leaves out is left as it is. */
final class ClaimChanges {
  private final LiveClaim live;
  private final List<FieldChange> changes = new ArrayList<>();

  private ClaimChanges(LiveClaim live) {
    this.live = live;
  }

  /** The fields that differ but for the volumeName. {@code has} is the model of {@code live}. */
  static List<FieldChange> of(Claim want, LiveClaim live, Claim has) {
    return new ClaimChanges(live).compare(want, has);
  }

  private List<FieldChange> compare(Claim want, Claim has) {
    if (want.request().value().compareTo(has.request().value()) != 0) {
      String size = want.request().value().text();
      String before = has.request().value().text();
      add(before, size, size, "resources", "requests", "storage");
    }
    List<AccessMode> modes = want.accessModes().value();
    if (!new HashSet<>(modes).equals(new HashSet<>(has.accessModes().value()))) {
      add(words(has.accessModes().value()), words(modes), modes, "accessModes");
    }
    if (want.volumeMode().value() != has.volumeMode().value()) {
      String mode = want.volumeMode().value().toString();
      add(has.volumeMode().value().toString(), mode, mode, "volumeMode");
    }
    text("storageClassName", want.storageClassName(), has.storageClassName());
    text(
        "volumeAttributesClassName",
        want.volumeAttributesClassName(),
        has.volumeAttributesClassName());
    tree("selector", want.selector(), has.selector());
    tree("dataSource", want.dataSource(), has.dataSource());
    tree("dataSourceRef", want.dataSourceRef(), has.dataSourceRef());
    changes.addAll(MetadataChanges.of(FrozenKind.PERSISTENT_VOLUME_CLAIM, want.metadata(), live));
    return changes;
  }

  private void text(String field, Optional<Located<String>> want, Optional<Located<String>> has) {
    String before = has.map(Located::value).orElse("");
    if (want.isPresent() && !want.get().value().equals(before)) {
      add(before, want.get().value(), want.get().value(), field);
    }
  }

  private void tree(String field, Optional<Mapping> want, Optional<Mapping> has) {
    if (want.isPresent() && !has.map(Same::text).orElse("").equals(Same.text(want.get()))) {
      add("", "", want.get(), field);
    }
  }

  private static String words(List<AccessMode> modes) {
    return String.join(", ", modes.stream().map(AccessMode::toString).toList());
  }

  private void add(String before, String after, Object value, String... path) {
    List<String> keys = new ArrayList<>(List.of("spec"));
    keys.addAll(List.of(path));
    Mapping owner = live.spec();
    for (int i = 0; i < path.length - 1; i++) {
      owner = owner.mapping(path[i]);
    }
    changes.add(
        FieldChange.of(
            FrozenKind.PERSISTENT_VOLUME_CLAIM,
            live.manifest(),
            keys,
            Optional.ofNullable(owner.find(path[path.length - 1])),
            before,
            after,
            value));
  }
}
