/**
 * Rules over the model, one small class each: what Kubernetes would refuse, never bind or never
 * start, and what is likely not meant. Knows nothing of files and templates, so that the same rules
 * can judge finished manifests.
 */
package dev.fairlead.check;
