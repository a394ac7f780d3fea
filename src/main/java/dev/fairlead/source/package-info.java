/**
 * Bytes to documents: UTF-8, YAML 1.2 core, places. Refuses what YAML readers disagree about. Knows
 * nothing of what a spec may say.
 */
package dev.fairlead.source;
