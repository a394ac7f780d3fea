/**
 * Checks the shape of a tree against {@code schemas/storage.v1.schema.json} and words the findings.
 * Does not know how documents are read or what happens to them later.
 */
package dev.fairlead.schema;
