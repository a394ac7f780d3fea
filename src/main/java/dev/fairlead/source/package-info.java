/**
 * Bytes to documents: UTF-8, YAML 1.2 core, positions. Rejects what YAML readers disagree about.
 * Does not know what a spec contains.
 */
package dev.fairlead.source;
