package dev.fairlead.check;

import dev.fairlead.driver.HandleForm;
import dev.fairlead.model.Volume;
import java.util.List;
import java.util.Optional;

/** The handles of a share that a spec reserves in several namespaces. */
final class SharedHandles {
  private static final List<String> SEPARATORS = List.of("#", ":", "-");

  private SharedHandles() {}

  /**
   * The handle of a csi volume with the placeholder of the namespace behind it. Empty if the driver
   * reads every part of its handles, so that nothing can be added.
   */
  static Optional<String> unique(Volume volume, KnownDrivers drivers) {
    if (!volume.source().value().isCsi()) {
      return Optional.empty();
    }
    String handle = KnownDrivers.handle(volume).orElse("");
    Optional<HandleForm> form = drivers.form(volume);
    if (form.isPresent() && form.get().accepted().isPresent()) {
      return Optional.empty();
    }
    for (String separator : SEPARATORS) {
      if (form.isEmpty() || form.get().isUsual(handle + separator + "namespace")) {
        return Optional.of(handle + separator + "{namespace}");
      }
    }
    return Optional.empty();
  }
}
