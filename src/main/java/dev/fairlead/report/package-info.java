/**
 * Findings as people and programs read them. Knows no files and none of the rooms they come from.
 */
package dev.fairlead.report;
