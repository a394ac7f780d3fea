/**
 * Findings: what is wrong, where it is, and how to fix it. Knows nothing of YAML, Kubernetes or the
 * command line; every other package may use it.
 */
package dev.fairlead.diagnostic;
