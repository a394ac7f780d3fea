/**
 * Workloads, complete: what each mount leads to, the pods that mount it, and what each kind puts
 * around its pod. What can't be built for an earlier finding is left out without a word.
 */
package dev.fairlead.wiring;
