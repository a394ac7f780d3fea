package dev.fairlead.model;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Span;

/**
 * Something that did not survive the translation of an in-tree source to its CSI driver unchanged:
 * the warning to give about it.
 */
public record Translated(Code code, Span span, String message, String hint) {}
