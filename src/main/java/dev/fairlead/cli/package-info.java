/**
 * The command line: options, files and exit codes. The only package that reads files, the
 * environment and standard input.
 */
package dev.fairlead.cli;
