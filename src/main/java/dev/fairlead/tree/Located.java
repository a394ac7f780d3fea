package dev.fairlead.tree;

import dev.fairlead.diagnostic.Span;

/** A value and the place that decided it: its own, or that of what it defaults from. */
public record Located<T>(T value, Span span) {}
