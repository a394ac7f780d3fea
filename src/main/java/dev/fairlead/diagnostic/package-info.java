/**
 * What is wrong, where it stands and how to mend it. Knows nothing of YAML, Kubernetes or the
 * command line; every other package may use it.
 */
package dev.fairlead.diagnostic;
