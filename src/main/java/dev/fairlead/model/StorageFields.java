package dev.fairlead.model;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parses the fields that specs and manifests have in common. A value of the wrong type counts as
 * absent, because the schema has reported it.
 */
public final class StorageFields {
  /** The annotation that was the class of volumes and claims, and that still wins. */
  public static final String CLASS_ANNOTATION = "volume.beta.kubernetes.io/storage-class";

  private StorageFields() {}

  /** The access modes without unknown ones; empty if the field is missing. */
  public static Optional<Located<List<AccessMode>>> accessModes(Mapping fields) {
    if (!fields.has("accessModes")) {
      return Optional.empty();
    }
    List<AccessMode> modes = new ArrayList<>();
    for (Located<String> text : fields.strings("accessModes")) {
      Optional<AccessMode> mode = AccessMode.of(text.value());
      if (mode.isPresent()) {
        modes.add(mode.get());
      }
    }
    return Optional.of(new Located<>(List.copyOf(modes), fields.find("accessModes").span()));
  }

  /** The volume mode; the default, with the span {@code otherwise}, if it is missing. */
  public static Located<VolumeMode> volumeMode(Mapping fields, Span otherwise) {
    Optional<Located<String>> text = fields.string("volumeMode");
    return text.isPresent()
        ? new Located<>(VolumeMode.of(text.get().value()), text.get().span())
        : new Located<>(VolumeMode.FILESYSTEM, otherwise);
  }

  /** The reclaim policy; Retain, with the span {@code otherwise}, if the key is missing. */
  public static Located<ReclaimPolicy> reclaimPolicy(Mapping fields, String key, Span otherwise) {
    Optional<Located<String>> text = fields.string(key);
    return text.isPresent()
        ? new Located<>(ReclaimPolicy.of(text.get().value()), text.get().span())
        : new Located<>(ReclaimPolicy.RETAIN, otherwise);
  }

  /** The mount options. */
  public static List<String> mountOptions(Mapping fields) {
    List<String> options = new ArrayList<>();
    for (Located<String> option : fields.strings("mountOptions")) {
      options.add(option.value());
    }
    return List.copyOf(options);
  }

  /** The selector of a claim. An empty selector has no effect and counts as none. */
  public static Optional<Mapping> selector(Mapping fields) {
    Optional<Mapping> selector = fields.mappingAt("selector");
    return selector.isPresent() && selector.get().isEmpty() ? Optional.empty() : selector;
  }

  /** The others with the labels or annotations under the key added, which win. */
  public static Mapping strings(Mapping fields, String key, Mapping others) {
    return fields.find(key) instanceof Mapping written
        ? others.withAll(onlyStrings(written))
        : others;
  }

  private static Mapping onlyStrings(Mapping written) {
    for (Tree value : written.values()) {
      if (!value.isString()) {
        return copyOfStrings(written);
      }
    }
    return written;
  }

  private static Mapping copyOfStrings(Mapping written) {
    MappingBuilder strings = new MappingBuilder();
    for (Mapping.Entry entry : written.entries()) {
      if (entry.value().isString()) {
        strings.put(entry.key(), entry.value());
      }
    }
    return strings.build(written.span());
  }

  /**
   * Parses a size. Reports one that is not a whole number of bytes or is too large; the message
   * begins with {@code of} and {@code name}, as in {@code storage of volume "data"}.
   */
  public static Optional<Located<Quantity>> size(
      Located<String> text, String of, String name, Diagnostics diagnostics) {
    Optional<Quantity> quantity = Quantity.parse(text.value());
    if (quantity.isPresent()) {
      return Optional.of(new Located<>(quantity.get(), text.span()));
    }
    diagnostics.addUnlessReported(
        Diagnostic.of(
            Code.INVALID_QUANTITY,
            text.span(),
            message(
                "{} {} is {}; a size is a whole number of bytes, at least 1 and less than 8Ei",
                plain(of),
                name,
                text.value())));
    return Optional.empty();
  }
}
