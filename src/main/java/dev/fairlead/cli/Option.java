package dev.fairlead.cli;

/**
 * An option of a command.
 *
 * @param letter the short form, or an empty string
 * @param name the word after {@code --}
 * @param takesValue whether a value follows
 */
record Option(String letter, String name, boolean takesValue) {}
