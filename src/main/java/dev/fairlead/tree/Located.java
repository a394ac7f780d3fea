package dev.fairlead.tree;

import dev.fairlead.diagnostic.Span;

/**
 * A value and the position that decided it: its own, or that of the value it takes as a default.
 */
public record Located<T>(T value, Span span) {}
