package dev.fairlead.cli;

/**
 * An option of a command.
 *
 * @param letter its short form, or nothing
 * @param name what follows {@code --}
 * @param takesValue whether a value follows
 */
record Option(String letter, String name, boolean takesValue) {}
