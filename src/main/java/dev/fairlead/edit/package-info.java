/**
 * Changes to the text of a manifest that keep the rest of it as its author wrote it. Finds the
 * parts of a tree in the text, and uses {@code render} to print insertions.
 */
package dev.fairlead.edit;
