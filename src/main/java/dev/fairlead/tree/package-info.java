/**
 * YAML values that know their positions. Does not know how they are read or printed, nor anything
 * about schemas or Kubernetes.
 */
package dev.fairlead.tree;
