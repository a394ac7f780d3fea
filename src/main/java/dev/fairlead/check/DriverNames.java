package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.driver.Drivers;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A driver's name that is a slip away from that of a known one. Where no driver of that name is
 * installed, the pods of the volume wait for it forever. A warning, because anybody may write a
 * driver.
 */
final class DriverNames extends Rule {
  @Override
  void check(Plan plan, Findings findings) {
    Map<String, Optional<String>> meant = new HashMap<>();
    for (Volume volume : plan.volumes()) {
      VolumeSource source = volume.source().value();
      if (source.isCsi() && findings.drivers().of(source.driver()).isEmpty()) {
        String name = source.driver();
        Optional<String> near = meant.get(name);
        if (near == null) {
          near = Drivers.meant(name);
          meant.put(name, near);
        }
        if (near.isPresent()) {
          findings.warn(
              Code.UNKNOWN_DRIVER,
              List.of(volume),
              source.fields().spanOf("driver"),
              message(
                  "volume {} is of the driver {}, which is not known{}",
                  volume.name(),
                  name,
                  plain(Nearest.question(near))),
              "correct the name, or ignore the warning if there is such a driver");
        }
      }
    }
  }
}
