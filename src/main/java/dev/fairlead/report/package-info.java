/**
 * Findings for people and programs. Does not know files, or the packages that report the findings.
 */
package dev.fairlead.report;
