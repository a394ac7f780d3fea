package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Quantity;
import dev.fairlead.model.Volume;
import java.util.List;

/** A size that is too small for a disk, most likely because the unit is missing. */
final class TinySizes extends Rule {
  private static final long SMALLEST = 1 << 20;

  @Override
  void checkVolume(Volume volume, Findings findings) {
    Quantity size = volume.capacity().value();
    if (size.bytes() < SMALLEST) {
      findings.warn(
          Code.TINY_SIZE,
          List.of(volume),
          volume.capacity().span(),
          message(
              "volume {} has a size of {}, which is less than a mebibyte",
              volume.name(),
              size.text()),
          size.text().matches("[0-9]+")
              ? message("a unit may be missing: {}Gi", size)
              : "check the unit");
    }
  }
}
