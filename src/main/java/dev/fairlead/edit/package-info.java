/**
 * Changes of the text of a manifest that leave the rest of it as its author wrote it. Knows where
 * the parts of a tree stand, and has {@code render} print what is put there.
 */
package dev.fairlead.edit;
