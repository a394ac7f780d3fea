package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Volume;
import java.util.List;

/** A size in bytes that no disk has: most likely the unit was forgotten. */
final class TinySizes implements Rule {
  private static final long SMALLEST = 1 << 20;

  @Override
  public void check(Plan plan, Findings findings) {
    for (Volume volume : plan.volumes()) {
      if (volume.capacity().value().bytes() < SMALLEST) {
        warn(volume, findings);
      }
    }
  }

  private static void warn(Volume volume, Findings findings) {
    String size = volume.capacity().value().text();
    findings.warn(
        Code.TINY_SIZE,
        List.of(volume),
        volume.capacity().span(),
        "volume "
            + quote(volume.name())
            + " has a size of "
            + quote(size)
            + ", which is less than a mebibyte",
        size.matches("[0-9]+") ? "a unit may be missing: " + size + "Gi" : "check the unit");
  }
}
