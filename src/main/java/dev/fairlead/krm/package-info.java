/**
 * The second door: kustomize and other clients of KRM functions. Reads a ResourceList, or what a
 * legacy plugin is given, and writes it back with the specs expanded. See the <a
 * href="https://github.com/kubernetes-sigs/kustomize/blob/master/cmd/config/docs/api-conventions/functions-spec.md">KRM
 * functions specification</a>. Knows nothing of the command line.
 */
package dev.fairlead.krm;
