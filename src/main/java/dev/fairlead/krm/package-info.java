/**
 * The entry point for kustomize and other clients of KRM functions. Reads a ResourceList, or the
 * input of a legacy plugin, and writes it back with the specs expanded. See the <a
 * href="https://github.com/kubernetes-sigs/kustomize/blob/master/cmd/config/docs/api-conventions/functions-spec.md">KRM
 * functions specification</a>. Does not know the command line.
 */
package dev.fairlead.krm;
