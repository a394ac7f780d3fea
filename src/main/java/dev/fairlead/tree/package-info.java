/**
 * YAML values that know where they stand. Knows nothing of how they are read or printed, of schemas
 * or of Kubernetes.
 */
package dev.fairlead.tree;
