/**
 * Rendered manifests as the files of a folder: the changes to make there, as a list that can be
 * shown or applied. Does not know specs or how findings are reported.
 */
package dev.fairlead.folder;
