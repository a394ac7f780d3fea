package dev.fairlead.report;

/** Colors of a terminal, if they are on. */
record Paint(boolean on) {
  String place(String text) {
    return paint("1", text);
  }

  String error(String text) {
    return paint("1;31", text);
  }

  String warning(String text) {
    return paint("1;33", text);
  }

  String mark(String text) {
    return paint("1;32", text);
  }

  String related(String text) {
    return paint("1;34", text);
  }

  String removed(String text) {
    return paint("31", text);
  }

  String added(String text) {
    return paint("32", text);
  }

  String faint(String text) {
    return paint("2", text);
  }

  private String paint(String style, String text) {
    return on ? "\u001B[" + style + "m" + text + "\u001B[0m" : text;
  }
}
