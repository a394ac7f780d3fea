package dev.fairlead.normalize;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Tree;
import dev.fairlead.model.VolumeMode;
import dev.fairlead.normalize.MountResolver.Mounted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a mount becomes in its container: an entry of volumeMounts or of volumeDevices. */
final class MountEntries {
  private static final List<String> MOUNT_OPTIONS =
      List.of("readOnly", "subPath", "subPathExpr", "mountPropagation", "recursiveReadOnly");

  private final Diagnostics diagnostics;

  MountEntries(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** The list of the container that the entry goes to. */
  static String list(Mounted mounted) {
    return mounted.mode() == VolumeMode.BLOCK ? "volumeDevices" : "volumeMounts";
  }

  /** The entry; {@code volume} is the name of the pod volume. */
  Tree.Mapping of(MountDraft mount, String volume, Mounted mounted) {
    return mounted.mode() == VolumeMode.BLOCK
        ? device(mount, volume)
        : mount(mount, volume, mounted);
  }

  /** Whether two entries put the same pod volume at the same path. */
  static boolean isSamePlace(Tree.Mapping there, Tree.Mapping entry) {
    return Stream.of("name", "mountPath", "devicePath")
        .allMatch(key -> there.text(key).equals(entry.text(key)));
  }

  /** In which option two entries differ, as messages say it. */
  static Optional<String> difference(Tree.Mapping there, Tree.Mapping entry) {
    for (String option : MOUNT_OPTIONS) {
      String before = there.text(option).filter(value -> !value.equals("false")).orElse("");
      String now = entry.text(option).filter(value -> !value.equals("false")).orElse("");
      if (!before.equals(now)) {
        return Optional.of(
            option
                + (before.isEmpty() ? " is not set there" : " is " + quote(before) + " there")
                + (now.isEmpty() ? " and not set here" : " and " + quote(now) + " here"));
      }
    }
    return Optional.empty();
  }

  private Tree.Mapping device(MountDraft mount, String volume) {
    for (String option : MOUNT_OPTIONS) {
      Optional<Span> key = mount.value().keySpan(option);
      if (key.isPresent()) {
        diagnostics.add(
            Code.BLOCK_MOUNT_OPTION,
            key.get(),
            option
                + " can't stand here: "
                + quote(mount.path().value())
                + " is a raw device, and Block volumes have no mount options",
            "leave it out, or use a volume of mode Filesystem");
      }
    }
    Span span = mount.path().span();
    return Tree.Mapping.of(
        Map.of(
            "devicePath", Trees.text(mount.path().value(), span),
            "name", Trees.text(volume, span)),
        span);
  }

  private Tree.Mapping mount(MountDraft mount, String volume, Mounted mounted) {
    Span span = mount.path().span();
    Map<String, Tree> fields = new HashMap<>();
    fields.put("mountPath", Trees.text(mount.path().value(), span));
    fields.put("name", Trees.text(volume, span));
    for (String option : MOUNT_OPTIONS) {
      Optional<JsonNode> value = mount.value().value(option);
      if (value.isPresent()) {
        fields.put(option, Trees.of(value.get()));
      }
    }
    if (mount.value().isFalse("readOnly")) {
      fields.remove("readOnly");
      if (mounted.readOnlySource()) {
        diagnostics.add(
            Code.READ_ONLY_SOURCE,
            mount.value().keySpan("readOnly").orElseThrow(),
            "readOnly is \"false\", but the volume behind "
                + quote(mounted.claimName())
                + " is read-only: every write would fail",
            "take readOnly out of the mount, or out of the source");
      }
    } else if (mounted.readOnly()) {
      fields.put("readOnly", Tree.Scalar.bool(true, span));
    }
    return Tree.Mapping.of(fields, span);
  }
}
