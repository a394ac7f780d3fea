package dev.fairlead.model;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Span;

/**
 * A warning about something that the translation of an in-tree source to its CSI driver changes.
 */
public record Translated(Code code, Span span, String message, String hint) {}
