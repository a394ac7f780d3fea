/**
 * The model to manifests, through the templates in {@code templates/}. Decides only the order of
 * keys. The model decides what is printed.
 */
package dev.fairlead.render;
