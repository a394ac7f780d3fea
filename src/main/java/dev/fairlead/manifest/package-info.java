/** Turns finished manifests from any tool into the model. Knows nothing of specs. */
package dev.fairlead.manifest;
