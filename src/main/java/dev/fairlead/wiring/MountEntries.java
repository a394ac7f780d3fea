package dev.fairlead.wiring;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.VolumeMode;
import dev.fairlead.spec.MountDraft;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Tree;
import java.util.List;
import java.util.Optional;

/** Turns a mount into an entry of volumeMounts or volumeDevices. */
final class MountEntries {
  static final String MOUNTS = "volumeMounts";
  static final String DEVICES = "volumeDevices";

  private static final List<String> MOUNT_OPTIONS =
      List.of("readOnly", "subPath", "subPathExpr", "mountPropagation", "recursiveReadOnly");

  private final Diagnostics diagnostics;

  MountEntries(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** The list of the container that gets the entry. */
  static String list(Mounted mounted) {
    return mounted.mode().value() == VolumeMode.BLOCK ? DEVICES : MOUNTS;
  }

  /** The entry of a mount; {@code volume} is the name of the pod volume. */
  Mapping of(MountDraft mount, String volume, Mounted mounted) {
    return mounted.mode().value() == VolumeMode.BLOCK
        ? device(mount, volume, mounted)
        : mount(mount, volume, mounted);
  }

  /** What makes two entries of a list the same mount: the volume and its place. */
  static List<String> place(String list, Mapping entry) {
    return List.of(
        list,
        entry.text("name").orElse(""),
        entry.text("mountPath").orElse(""),
        entry.text("devicePath").orElse(""));
  }

  /** The first option in which two entries differ, in words; empty if there is none. */
  static Optional<String> difference(Mapping there, Mapping entry) {
    for (String option : MOUNT_OPTIONS) {
      String before = option(there, option);
      String now = option(entry, option);
      if (!before.equals(now)) {
        return Optional.of(
            option
                + (before.isEmpty() ? " is not set there" : message(" is {} there", before))
                + (now.isEmpty() ? " and not set here" : message(" and {} here", now)));
      }
    }
    return Optional.empty();
  }

  /** The value of an option; empty if it is missing or false, which means the same. */
  private static String option(Mapping entry, String option) {
    String value = entry.text(option).orElse("");
    return value.equals("false") ? "" : value;
  }

  private Mapping device(MountDraft mount, String volume, Mounted mounted) {
    for (String option : MOUNT_OPTIONS) {
      Optional<Span> key = mount.fields().keySpan(option);
      if (key.isPresent()) {
        diagnostics.add(
            Diagnostic.of(
                    Code.BLOCK_MOUNT_OPTION,
                    key.get(),
                    message(
                        "{} is not allowed here: {} is a raw device, and Block volumes have no"
                            + " mount options",
                        plain(option),
                        mount.path().value()))
                .withHint("leave it out, or use a volume of mode Filesystem")
                .withRelated(mounted.mode().span(), "the volume is a raw device"));
      }
    }
    Span span = mount.path().span();
    return new MappingBuilder()
        .put("devicePath", mount.path().value(), span)
        .put("name", volume, span)
        .build(span);
  }

  private Mapping mount(MountDraft mount, String volume, Mounted mounted) {
    Span span = mount.path().span();
    Mapping options = mount.fields();
    MappingBuilder fields =
        new MappingBuilder().put("mountPath", mount.path().value(), span).put("name", volume, span);
    for (String option : MOUNT_OPTIONS) {
      Tree value = options.find(option);
      if (value != null && !(option.equals("readOnly") && options.isFalse(option))) {
        fields.put(option, value);
      }
    }
    if (!options.isFalse("readOnly")) {
      if (mounted.readOnly()) {
        fields.put("readOnly", Scalar.bool(true, span));
      }
    } else if (mounted.readOnlySource()) {
      diagnostics.add(
          Code.READ_ONLY_SOURCE,
          options.keySpan("readOnly").orElseThrow(),
          message(
              "readOnly is {}, but the volume of claim {} is read-only: every write would fail",
              "false",
              mounted.claimName()),
          "remove readOnly from the mount, or from the source");
    }
    return fields.build(span);
  }
}
