/**
 * Commented specs to begin with. Knows what each source needs, and nothing of files and commands.
 */
package dev.fairlead.starter;
