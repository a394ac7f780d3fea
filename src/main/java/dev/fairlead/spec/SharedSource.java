package dev.fairlead.spec;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.model.SourceType;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Sequence;
import java.util.Optional;

/** The source in the defaults of a spec, which the volumes share. */
final class SharedSource {
  private final Mapping defaults;
  private final Optional<String> type;
  private final Placeholders placeholders;

  SharedSource(Mapping defaults, Diagnostics diagnostics) {
    this.defaults = defaults;
    this.type = sourceOf(defaults);
    this.placeholders = new Placeholders(diagnostics);
    if (type.isPresent()) {
      placeholders.check(defaults.find(type.get()), "defaults." + type.get());
    }
  }

  /**
   * The defaults without what the volumes have taken from them: the source, and a claim for each of
   * several namespaces.
   */
  Mapping without(Mapping all) {
    MappingBuilder others = new MappingBuilder();
    for (int i = 0; i < all.size(); i++) {
      boolean taken =
          type.equals(Optional.of(all.key(i))) && all.value(i) instanceof Mapping
              || all.key(i).equals("reserve")
                  && all.mapping("reserve").find("namespaces") instanceof Sequence;
      if (!taken) {
        others.put(all, i, all.value(i));
      }
    }
    return others.build(all.span());
  }

  /**
   * The volume with the source if it has none, or with the fields that its source of the same type
   * lacks. A volume with another source stays as it is.
   */
  Mapping addTo(Mapping volume, String name, String namespace) {
    if (type.isEmpty() || !(defaults.find(type.get()) instanceof Mapping source)) {
      return volume;
    }
    if (volume.find(type.get()) instanceof Mapping fields) {
      return with(volume, volume, fields, source, name, namespace);
    }
    return WrittenOut.hasSource(volume) ? volume : withWhole(volume, source, name, namespace);
  }

  private Mapping withWhole(Mapping volume, Mapping source, String name, String namespace) {
    Mapping none = Mapping.empty(source.span());
    return with(volume, defaults, none, source, name, namespace);
  }

  /** The only source of the defaults; empty if there is none or several. */
  private static Optional<String> sourceOf(Mapping fields) {
    Optional<String> found = Optional.empty();
    for (String key : fields.keys()) {
      if (SourceType.of(key).isPresent()) {
        if (found.isPresent()) {
          return Optional.empty();
        }
        found = Optional.of(key);
      }
    }
    return found;
  }

  /** The volume with a merged source. Its key stands where {@code owner} has it. */
  private Mapping with(
      Mapping volume, Mapping owner, Mapping own, Mapping source, String name, String namespace) {
    MappingBuilder fields = new MappingBuilder(own);
    for (int i = 0; i < source.size(); i++) {
      if (!own.has(source.key(i))) {
        if (namespace.isEmpty()) {
          placeholders.checkNoNamespace(source.value(i), name);
        }
        fields.put(source, i, Placeholders.fill(source.value(i), name, namespace));
      }
    }
    MappingBuilder result = new MappingBuilder(volume);
    int key = owner.keys().indexOf(type.orElseThrow());
    return result.put(owner, key, fields.build(own.span())).build(volume.span());
  }
}
