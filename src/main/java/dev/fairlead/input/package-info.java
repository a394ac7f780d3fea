/**
 * Finds and reads the files that a command line names or that kustomize has read before. Of their
 * contents, only kustomizations are interpreted.
 */
package dev.fairlead.input;
