/**
 * Finds and reads the files that a call names, or that kustomize has read before it; of what stands
 * in them it knows only kustomizations.
 */
package dev.fairlead.input;
