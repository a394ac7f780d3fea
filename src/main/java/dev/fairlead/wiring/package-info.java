/**
 * Completes workloads: finds the claim behind each mount, builds the pod, and adds the fields of
 * the kind. Skips workloads with an error, which has been reported already.
 */
package dev.fairlead.wiring;
