/**
 * Documents to the model: defaults filled in, names resolved, volumes, claims and pods wired to
 * each other. Reads whatever is there, because shape errors in one place must not hide a dangling
 * name in another; what could not be built for an earlier finding is left out without a word.
 */
package dev.fairlead.normalize;
