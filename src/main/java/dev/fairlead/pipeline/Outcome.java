package dev.fairlead.pipeline;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.model.Plan;

/** What came of some specs: a plan that is sound unless {@code diagnostics} has errors. */
public record Outcome(Plan plan, Diagnostics diagnostics) {}
