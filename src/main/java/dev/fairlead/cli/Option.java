package dev.fairlead.cli;

/**
 * An option of a command.
 *
 * @param letter the short form, or an empty string
 * @param name the word after {@code --}
 * @param takesValue whether a value follows
 * @param implied the value of an option that may have one after an equals sign; else empty
 */
record Option(String letter, String name, boolean takesValue, String implied) {
  Option(String letter, String name, boolean takesValue) {
    this(letter, name, takesValue, "");
  }
}
