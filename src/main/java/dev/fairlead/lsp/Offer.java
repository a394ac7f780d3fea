package dev.fairlead.lsp;

import org.eclipse.lsp4j.CompletionItemKind;

/** A word that can be typed, with a few words and a longer text about it. */
record Offer(String text, String detail, String markdown, CompletionItemKind kind) {}
