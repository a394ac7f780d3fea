/**
 * From what is in a cluster to what the specs say: first as data, steps with what must hold before
 * and after them, then as text, JSON or a shell script. Talks to no cluster.
 */
package dev.fairlead.plan;
