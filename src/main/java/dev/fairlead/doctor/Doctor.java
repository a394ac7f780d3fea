package dev.fairlead.doctor;

import dev.fairlead.binder.Binder;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.live.Dump;
import java.util.ArrayList;
import java.util.List;

/** Finds what is wrong with the volumes and claims of a dump. */
public final class Doctor {
  private static final List<Examination> ALL =
      List.of(
          // First, because what is wrong with a claim explains its volume.
          new PendingClaims(),
          new LostClaims(),
          new MisboundClaims(),
          new IncompleteReferences(),
          new ReleasedVolumes(),
          new FailedVolumes(),
          new Deletions(),
          new UnretainedDisks(),
          new SharedHandles(),
          new VolumesOnNoNode(),
          new MissingDrivers());

  private Doctor() {}

  /**
   * Adds the findings, each at the name of its object. {@code unused} also looks for claims that no
   * pod uses.
   */
  public static void examine(Dump dump, boolean unused, Diagnostics diagnostics) {
    List<Examination> examinations = new ArrayList<>(ALL);
    if (unused) {
      examinations.add(new UnusedClaims());
    }
    Binder binder = new Binder(dump);
    Findings findings = new Findings(diagnostics);
    for (Examination examination : examinations) {
      examination.examine(dump, binder, findings);
    }
  }
}
