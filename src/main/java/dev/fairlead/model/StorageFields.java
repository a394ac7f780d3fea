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
 * Reads what specs and manifests write alike. A value of the wrong type counts as absent: others
 * have reported it.
 */
public final class StorageFields {
  private StorageFields() {}

  /** The access modes, if there is a field for them; unknown ones are left out. */
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

  /** The volume mode; the default at the other place where it is left out. */
  public static Located<VolumeMode> volumeMode(Mapping fields, Span otherwise) {
    Optional<Located<String>> text = fields.string("volumeMode");
    return text.isPresent()
        ? new Located<>(VolumeMode.of(text.get().value()), text.get().span())
        : new Located<>(VolumeMode.FILESYSTEM, otherwise);
  }

  /** The reclaim policy under a key; Retain at the other place where it is left out. */
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

  /** The selector of a claim; an empty one chooses nothing, which is what having none does. */
  public static Optional<Mapping> selector(Mapping fields) {
    Optional<Mapping> selector = fields.mappingAt("selector");
    return selector.isPresent() && selector.get().isEmpty() ? Optional.empty() : selector;
  }

  /** The labels or annotations under a key over others, which they merge with key by key. */
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
   * A size. One that is no whole number of bytes, or too large, is a finding: {@code of} and {@code
   * name} tell there what has it.
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
                "{} {} is {}; accepted are whole bytes, at least 1 and less than 8Ei",
                plain(of),
                name,
                text.value())));
    return Optional.empty();
  }
}
