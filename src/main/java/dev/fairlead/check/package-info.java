/**
 * Rules that check the model, one small class each. They report what Kubernetes would reject, never
 * bind or never start, and what is probably not intended. Knows nothing of files and templates, so
 * that the same rules can check finished manifests.
 */
package dev.fairlead.check;
