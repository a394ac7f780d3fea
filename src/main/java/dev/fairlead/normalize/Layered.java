package dev.fairlead.normalize;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.At;
import dev.fairlead.model.Ignore;
import dev.fairlead.model.ReclaimPolicy;
import dev.fairlead.model.VolumeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a volume, claim or workload, for a volume over the spec's defaults. A field that is
 * set is taken whole.
 */
record Layered(Fields own, Optional<Fields> defaults) {

  List<Fields> layers() {
    return defaults.isPresent() ? List.of(own, defaults.get()) : List.of(own);
  }

  boolean has(String key) {
    return ownerOf(key).isPresent();
  }

  /** The layer that decides, which is the first that has any of the keys. */
  Optional<Fields> ownerOf(String... keys) {
    if (hasAny(own, keys)) {
      return Optional.of(own);
    }
    return defaults.isPresent() && hasAny(defaults.get(), keys) ? defaults : Optional.empty();
  }

  private static boolean hasAny(Fields layer, String... keys) {
    for (String key : keys) {
      if (layer.has(key)) {
        return true;
      }
    }
    return false;
  }

  /** The layer that decides about a key; any of them where none has it. */
  private Fields layer(String key) {
    return own.has(key) ? own : defaults.orElse(own);
  }

  Optional<At<String>> text(String key) {
    return layer(key).text(key);
  }

  Optional<At<String>> textOrNumber(String key) {
    return layer(key).textOrNumber(key);
  }

  List<At<String>> texts(String key) {
    return layer(key).texts(key);
  }

  boolean isTrue(String key) {
    return layer(key).isTrue(key);
  }

  /** Labels or annotations: the only fields that merge, key by key. */
  Map<String, String> strings(String key, Map<String, String> shared) {
    return own.strings(key, defaults.isPresent() ? defaults.get().strings(key, shared) : shared);
  }

  Optional<At<List<AccessMode>>> accessModes() {
    Optional<Fields> layer = ownerOf("accessModes");
    if (layer.isEmpty()) {
      return Optional.empty();
    }
    List<AccessMode> modes = new ArrayList<>();
    for (At<String> text : layer.get().texts("accessModes")) {
      Optional<AccessMode> mode = AccessMode.of(text.value());
      if (mode.isPresent()) {
        modes.add(mode.get());
      }
    }
    Span span = Fields.of(layer.get().value("accessModes").orElseThrow()).extent();
    return Optional.of(new At<>(List.copyOf(modes), span));
  }

  At<VolumeMode> volumeMode(Span otherwise) {
    Optional<At<String>> text = text("volumeMode");
    return text.isPresent()
        ? new At<>(VolumeMode.of(text.get().value()), text.get().span())
        : new At<>(VolumeMode.FILESYSTEM, otherwise);
  }

  At<ReclaimPolicy> reclaimPolicy(Span otherwise) {
    Optional<At<String>> text = text("reclaimPolicy");
    return text.isPresent()
        ? new At<>(ReclaimPolicy.of(text.get().value()), text.get().span())
        : new At<>(ReclaimPolicy.RETAIN, otherwise);
  }

  List<Ignore> ignore() {
    List<Ignore> ignore = new ArrayList<>();
    for (At<String> code : texts("ignore")) {
      ignore.add(new Ignore(code.value(), code.span(), !own.has("ignore")));
    }
    return List.copyOf(ignore);
  }
}
