/**
 * The complete, normalised resources: records without nulls that know their place in the source
 * file. Knows only {@code tree} and {@code diagnostic}.
 */
package dev.fairlead.model;
