/**
 * Is the tree shaped right? Runs {@code schemas/storage.v1.schema.json} and words what it finds.
 * Knows nothing of how documents are read or what becomes of them.
 */
package dev.fairlead.schema;
