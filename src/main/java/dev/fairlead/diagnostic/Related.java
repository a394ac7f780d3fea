package dev.fairlead.diagnostic;

/** Another place that a finding is about, and a few words that say what stands there. */
public record Related(Span span, String label) {}
