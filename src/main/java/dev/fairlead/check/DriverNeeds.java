package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.driver.Driver;
import dev.fairlead.driver.Needs;
import dev.fairlead.driver.Storage;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeMode;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a CSI driver demands of every volume, by the catalogue of drivers. The API server knows
 * nothing of it: the pair binds, and then the driver refuses to mount the volume.
 */
final class DriverNeeds extends Rule {
  @Override
  void checkVolume(Volume volume, Findings findings) {
    Optional<Driver> known = findings.drivers().of(volume);
    if (known.isEmpty()) {
      return;
    }
    Driver driver = known.get();
    if (driver.storage() == Storage.INLINE) {
      onlyInline(volume, findings);
      return;
    }
    noDevice(volume, driver, findings);
    Mapping source = volume.source().value().fields();
    Needs needs = driver.needs();
    for (String attribute : missing(source.mapping("volumeAttributes"), needs)) {
      missing(volume, "volumeAttributes." + attribute, findings);
    }
    for (String secret : needs.secrets()) {
      if (source.get(secret).isEmpty()) {
        missing(volume, secret, findings);
      }
    }
  }

  /** The attributes that a driver needs and a volume lacks; several names if one is enough. */
  static List<String> missing(Mapping attributes, Needs needs) {
    List<String> missing = new ArrayList<>();
    for (List<String> choice : needs.attributes()) {
      if (!hasOne(attributes, choice, needs.anyCase())) {
        missing.add(String.join(" or ", choice));
      }
    }
    return missing;
  }

  private static boolean hasOne(Mapping attributes, List<String> names, boolean anyCase) {
    for (String key : attributes.keys()) {
      for (String name : names) {
        if (anyCase ? key.equalsIgnoreCase(name) : key.equals(name)) {
          return true;
        }
      }
    }
    return false;
  }

  private static void missing(Volume volume, String what, Findings findings) {
    findings.add(
        Code.DRIVER_FIELDS,
        volume.source().span(),
        message(
            "csi of volume {} lacks {}, without which {} refuses to mount it: its pods would never"
                + " start",
            volume.name(),
            plain(what),
            plain(volume.source().value().driver())),
        message("add {}", plain(what)));
  }

  private static void onlyInline(Volume volume, Findings findings) {
    findings.add(
        Code.DRIVER_FIELDS,
        volume.source().value().fields().spanOf("driver"),
        message(
            "volume {} is of {}, which serves only csi volumes of pods: its pods would never start",
            volume.name(),
            plain(volume.source().value().driver())),
        "write it as a csi volume of the pod");
  }

  private static void noDevice(Volume volume, Driver driver, Findings findings) {
    boolean never = driver.rawDevices().isPresent() && !driver.rawDevices().get();
    if (never && volume.volumeMode().value() == VolumeMode.BLOCK) {
      findings.add(
          Diagnostic.of(
                  Code.BLOCK_NOT_SUPPORTED,
                  volume.volumeMode().span(),
                  message(
                      "volume {} is of mode Block, but {} has no raw devices: its pods would never"
                          + " start",
                      volume.name(),
                      plain(volume.source().value().driver())))
              .withHint("use volumeMode: Filesystem, or a driver of disks")
              .withRelated(volume.source().value().fields().spanOf("driver"), "the driver"));
    }
  }
}
