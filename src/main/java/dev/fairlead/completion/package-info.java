/**
 * What a shell offers for a half-typed command line. The help texts of the commands say which words
 * there are. Knows no commands, no files and no shells.
 */
package dev.fairlead.completion;
