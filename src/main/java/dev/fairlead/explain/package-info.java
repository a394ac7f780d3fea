/**
 * What {@code explain}, an editor and the documentation say about fields, codes and drivers. The
 * texts about fields are those of the schema. Knows neither files nor the command line.
 */
package dev.fairlead.explain;
