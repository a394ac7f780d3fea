/**
 * Rendered manifests as the files of a folder: what has to change there, as a list that can be
 * shown or carried out. Knows neither specs nor how findings are reported.
 */
package dev.fairlead.folder;
