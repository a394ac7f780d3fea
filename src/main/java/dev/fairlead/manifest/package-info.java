/** A second way into the model: finished manifests, from any tool. Knows nothing of specs. */
package dev.fairlead.manifest;
