/**
 * Draws workloads, claims, volumes and disks, and what binds them, as text for other programs or as
 * a page. Knows neither files nor where findings come from.
 */
package dev.fairlead.graph;
