/**
 * The command line: options, files and exit codes. Only this package reads the environment and
 * standard input.
 */
package dev.fairlead.cli;
