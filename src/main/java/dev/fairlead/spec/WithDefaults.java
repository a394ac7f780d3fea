package dev.fairlead.spec;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.Ignore;
import dev.fairlead.model.ReclaimPolicy;
import dev.fairlead.model.StorageFields;
import dev.fairlead.model.VolumeMode;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fields of a volume and the spec's defaults. A field that is set replaces the default; they
 * are not merged.
 */
public record WithDefaults(Mapping own, Optional<Mapping> defaults) {

  /** The fields, and the defaults if there are any. */
  public List<Mapping> layers() {
    return defaults.isPresent() ? List.of(own, defaults.get()) : List.of(own);
  }

  /** Whether the volume or the defaults set the field. */
  public boolean has(String key) {
    return ownerOf(key).isPresent();
  }

  /** The first layer that has any of the keys. */
  public Optional<Mapping> ownerOf(String... keys) {
    for (Mapping layer : layers()) {
      for (String key : keys) {
        if (layer.has(key)) {
          return Optional.of(layer);
        }
      }
    }
    return Optional.empty();
  }

  /** The first layer that has the key; any layer if none has it. */
  private Mapping layer(String key) {
    return own.has(key) ? own : defaults.orElse(own);
  }

  /** The string of a field. */
  public Optional<Located<String>> string(String key) {
    return layer(key).string(key);
  }

  /** The string of a field, or the digits of its number. */
  public Optional<Located<String>> stringOrNumber(String key) {
    return layer(key).stringOrNumber(key);
  }

  /** The mapping of a field. */
  public Optional<Mapping> mapping(String key) {
    return layer(key).mappingAt(key);
  }

  /** Whether a field is {@code true}. */
  public boolean isTrue(String key) {
    return layer(key).isTrue(key);
  }

  /** The access modes, if they are set. */
  public Optional<Located<List<AccessMode>>> accessModes() {
    return StorageFields.accessModes(layer("accessModes"));
  }

  /** The volume mode; the default, with the span {@code otherwise}, if it is not set. */
  public Located<VolumeMode> volumeMode(Span otherwise) {
    return StorageFields.volumeMode(layer("volumeMode"), otherwise);
  }

  /** The reclaim policy; Retain, with the span {@code otherwise}, if it is not set. */
  public Located<ReclaimPolicy> reclaimPolicy(Span otherwise) {
    return StorageFields.reclaimPolicy(layer("reclaimPolicy"), "reclaimPolicy", otherwise);
  }

  /** The mount options. */
  public List<String> mountOptions() {
    return StorageFields.mountOptions(layer("mountOptions"));
  }

  /** The warnings to silence. */
  public List<Ignore> ignore() {
    List<Ignore> ignore = new ArrayList<>();
    for (Located<String> code : layer("ignore").strings("ignore")) {
      ignore.add(new Ignore(code.value(), code.span(), !own.has("ignore")));
    }
    return List.copyOf(ignore);
  }
}
