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

/** The fields of a volume over the spec's defaults. A field that is set is taken whole. */
public record WithDefaults(Mapping own, Optional<Mapping> defaults) {

  /** The fields themselves, and the defaults if there are any. */
  public List<Mapping> layers() {
    return defaults.isPresent() ? List.of(own, defaults.get()) : List.of(own);
  }

  /** Whether a field is set, here or by default. */
  public boolean has(String key) {
    return ownerOf(key).isPresent();
  }

  /** The layer that decides, which is the first that has any of the keys. */
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

  /** The layer that decides about a key; any of them where none has it. */
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

  /** Whether a field is {@code true}. */
  public boolean isTrue(String key) {
    return layer(key).isTrue(key);
  }

  /** The access modes, if they are written. */
  public Optional<Located<List<AccessMode>>> accessModes() {
    return StorageFields.accessModes(layer("accessModes"));
  }

  /** The volume mode; the default at the other place where it is left out. */
  public Located<VolumeMode> volumeMode(Span otherwise) {
    return StorageFields.volumeMode(layer("volumeMode"), otherwise);
  }

  /** The reclaim policy; Retain at the other place where it is left out. */
  public Located<ReclaimPolicy> reclaimPolicy(Span otherwise) {
    return StorageFields.reclaimPolicy(layer("reclaimPolicy"), "reclaimPolicy", otherwise);
  }

  /** The mount options. */
  public List<String> mountOptions() {
    return StorageFields.mountOptions(layer("mountOptions"));
  }

  /** The warnings that are not to be reported. */
  public List<Ignore> ignore() {
    List<Ignore> ignore = new ArrayList<>();
    for (Located<String> code : layer("ignore").strings("ignore")) {
      ignore.add(new Ignore(code.value(), code.span(), !own.has("ignore")));
    }
    return List.copyOf(ignore);
  }
}
