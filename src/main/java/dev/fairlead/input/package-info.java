/** Finds and reads the files that a call names; knows nothing of what stands in them. */
package dev.fairlead.input;
