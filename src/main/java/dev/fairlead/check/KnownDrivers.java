package dev.fairlead.check;

import dev.fairlead.driver.Driver;
import dev.fairlead.driver.Drivers;
import dev.fairlead.driver.HandleForm;
import dev.fairlead.model.SourceType;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is known about the CSI drivers of a run, which are few. */
final class KnownDrivers {
  private final Map<String, Optional<Driver>> drivers = new HashMap<>();

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
    VolumeSource source = volume.source().value();
    Optional<Driver> driver = source.isCsi() ? of(source.driver()) : Optional.empty();
    return driver.isEmpty() ? driver : Optional.of(driver.get().forVolume(source.fields()));
  }

  /** The driver that took the place of an in-tree source, if there is one and it is known. */
  Optional<Driver> of(SourceType inTree) {
    Optional<String> name = inTree.csiDriver();
    return name.isEmpty() ? Optional.empty() : of(name.get());
  }

  /** What the handle of a volume looks like, also that of an in-tree source, if that is known. */
  Optional<HandleForm> form(Volume volume) {
    VolumeSource source = volume.source().value();
    Optional<Driver> driver = source.isCsi() ? of(volume) : of(source.type());
    if (driver.isEmpty()) {
      return Optional.empty();
    }
    return source.isCsi() ? driver.get().handle() : driver.get().inTree();
  }

  /** The handle of a volume; empty if several fields name its disk, or none. */
  static Optional<String> handle(Volume volume) {
    Optional<String> field = volume.source().value().type().handleField();
    return field.isEmpty() ? Optional.empty() : volume.source().value().fields().text(field.get());
  }
}
