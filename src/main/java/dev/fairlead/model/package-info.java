/**
 * The complete, normalised truth about what will be made: records without nulls, each knowing the
 * place in a file that it came from. Knows only {@code tree} and {@code diagnostic}.
 */
package dev.fairlead.model;
