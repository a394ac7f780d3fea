/**
 * The JSON Schema for editors, made of the schema of specs. Editors show the text of a definition
 * instead of that of a field, offer fields that have been removed, and say little about a wrong
 * alternative. This form avoids all three. Knows neither files nor the command line.
 */
package dev.fairlead.editor;
