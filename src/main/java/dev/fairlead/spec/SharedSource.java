package dev.fairlead.spec;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import java.util.Optional;

/** The source in the defaults of a spec, which the volumes share. */
final class SharedSource {
  private final Mapping defaults;
  private final Optional<String> type;
  private final Placeholders placeholders;

  SharedSource(Mapping defaults, Diagnostics diagnostics) {
    this.defaults = defaults;
    this.type = WrittenOut.sourceOf(defaults);
    this.placeholders = new Placeholders(diagnostics);
    if (type.isPresent()) {
      placeholders.check(defaults.find(type.get()), "defaults." + type.get());
    }
  }

  /** The defaults without the source; with all of them if they have an error. */
  Mapping without(Mapping all) {
    if (type.isEmpty() || !(all.find(type.get()) instanceof Mapping)) {
      return all;
    }
    MappingBuilder others = new MappingBuilder();
    for (int i = 0; i < all.size(); i++) {
      if (!all.key(i).equals(type.get())) {
        others.put(all, i, all.value(i));
      }
    }
    return others.build(all.span());
  }

  /**
   * The volume with the source if it has none, or with the fields that its source of the same type
   * lacks. A volume with another source stays as it is.
   */
  Mapping addTo(Mapping volume, String name) {
    if (type.isEmpty() || !(defaults.find(type.get()) instanceof Mapping source)) {
      return volume;
    }
    if (volume.find(type.get()) instanceof Mapping fields) {
      return with(volume, volume, fields, source, name);
    }
    return WrittenOut.hasSource(volume) ? volume : withWhole(volume, source, name);
  }

  private Mapping withWhole(Mapping volume, Mapping source, String name) {
    Mapping none = Mapping.empty(source.span());
    return with(volume, defaults, none, source, name);
  }

  /** The volume with a merged source. Its key stands where {@code owner} has it. */
  private Mapping with(Mapping volume, Mapping owner, Mapping own, Mapping source, String name) {
    MappingBuilder fields = new MappingBuilder(own);
    for (int i = 0; i < source.size(); i++) {
      if (!own.has(source.key(i))) {
        placeholders.checkNoNamespace(source.value(i), name);
        fields.put(source, i, Placeholders.fill(source.value(i), name, ""));
      }
    }
    MappingBuilder result = new MappingBuilder(volume);
    int key = owner.keys().indexOf(type.orElseThrow());
    return result.put(owner, key, fields.build(own.span())).build(volume.span());
  }
}
