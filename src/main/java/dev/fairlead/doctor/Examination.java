package dev.fairlead.doctor;

import dev.fairlead.binder.Binder;
import dev.fairlead.live.Dump;

/** Looks for one kind of trouble in a dump. */
interface Examination {
  /** Adds the findings. */
  void examine(Dump dump, Binder binder, Findings findings);
}
