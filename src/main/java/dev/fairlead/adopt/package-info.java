/**
 * Finished manifests to specs: which volume belongs to which claim, which fields are the user's
 * own, what the entries of a spec share, and whether the spec renders to what was there. Knows
 * neither files nor the command line.
 */
package dev.fairlead.adopt;
