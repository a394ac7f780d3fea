/**
 * The model to manifests, through the templates under {@code templates/}. Decides nothing but the
 * order of keys: what is printed and what is left out has been decided in the model.
 */
package dev.fairlead.render;
