package dev.fairlead.check;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.driver.Driver;
import dev.fairlead.driver.Drivers;
import dev.fairlead.driver.HandleForm;
import dev.fairlead.model.SourceType;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** What is known about the CSI drivers of a run, which are few. */
final class KnownDrivers {
  private final Map<String, Optional<Driver>> drivers = new HashMap<>();
  private final Map<Driver.Variant, Optional<Driver>> variants = new IdentityHashMap<>();
  private final Map<SourceType, Optional<HandleForm>> inTree = new EnumMap<>(SourceType.class);

  /** The volume that was asked for last: all rules look at one before the next. */
  private Volume last;

  private Optional<Driver> ofLast;

  /** The driver with this name, if it is known. */
  Optional<Driver> of(String name) {
    Optional<Driver> driver = drivers.get(name);
    if (driver == null) {
      driver = Drivers.of(name);
      drivers.put(name, driver);
    }
    return driver;
  }

  /** What is known about a {@code csi} volume; empty for other sources. */
  Optional<Driver> of(Volume volume) {
    if (volume != last) {
      VolumeSource source = volume.source().value();
      Optional<Driver> driver = source.isCsi() ? of(source.driver()) : Optional.empty();
      ofLast = driver.isEmpty() ? driver : variant(driver, source);
      last = volume;
    }
    return ofLast;
  }

  private Optional<Driver> variant(Optional<Driver> driver, VolumeSource source) {
    Optional<Driver.Variant> variant = driver.get().variantOf(source.fields());
    if (variant.isEmpty()) {
      return driver;
    }
    Optional<Driver> known = variants.get(variant.get());
    if (known == null) {
      known = Optional.of(variant.get().driver());
      variants.put(variant.get(), known);
    }
    return known;
  }

  /** The driver that took the place of an in-tree source, if there is one and it is known. */
  Optional<Driver> of(SourceType inTree) {
    Optional<String> name = inTree.csiDriver();
    return name.isEmpty() ? Optional.empty() : of(name.get());
  }

  /** What the handle of a volume looks like, also that of an in-tree source, if that is known. */
  Optional<HandleForm> form(Volume volume) {
    VolumeSource source = volume.source().value();
    if (!source.isCsi()) {
      return inTree(source.type());
    }
    Optional<Driver> driver = of(volume);
    return driver.isEmpty() ? Optional.empty() : driver.get().handle();
  }

  private Optional<HandleForm> inTree(SourceType type) {
    Optional<HandleForm> form = inTree.get(type);
    if (form == null) {
      Optional<Driver> driver = of(type);
      form = driver.isEmpty() ? Optional.empty() : driver.get().inTree();
      inTree.put(type, form);
    }
    return form;
  }

  /** The handle of a volume; empty if several fields name its disk, or none. */
  static Optional<String> handle(Volume volume) {
    Optional<String> field = volume.source().value().type().handleField();
    return field.isEmpty() ? Optional.empty() : volume.source().value().fields().text(field.get());
  }

  /** Where the handle of a volume stands, else its source. */
  static Span handlePlace(Volume volume) {
    Optional<String> field = volume.source().value().type().handleField();
    return field.isEmpty()
        ? volume.source().span()
        : volume.source().value().fields().spanOf(field.get());
  }
}
