/**
 * Objects of a cluster as kubectl printed them: the model of finished manifests, and what only a
 * live object has. Knows nothing of specs, rules and commands.
 */
package dev.fairlead.live;
