package dev.fairlead.diagnostic;

/**
 * A change that mends what a finding is about, and leaves no doubt about what was meant.
 *
 * @param span what is replaced
 * @param text the YAML that stands there afterwards, quoted where it needs quotes
 */
public record Proposal(Span span, String text) {}
