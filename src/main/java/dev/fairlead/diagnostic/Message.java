package dev.fairlead.diagnostic;

import java.util.Collection;

/** Builds the text of a message from a template and the user's own values. */
public final class Message {
  private static final String GAP = "{}";

  private Message() {}

  /** Text that goes into a message without quotes. */
  public record Plain(String text) {}

  /** Marks a text that goes into a message without quotes. */
  public static Plain plain(String text) {
    return new Plain(text);
  }

  /**
   * Replaces each {@code {}} of the template with a value: strings are quoted, items of a
   * collection are separated by commas, and everything else is shown as it is.
   */
  public static String message(String template, Object... values) {
    StringBuilder out = new StringBuilder(template.length() + 16 * values.length);
    int from = 0;
    for (Object value : values) {
      int gap = template.indexOf(GAP, from);
      if (gap < 0) {
        throw new IllegalArgumentException("more values than gaps in: " + template);
      }
      out.append(template, from, gap).append(shown(value));
      from = gap + GAP.length();
    }
    if (template.indexOf(GAP, from) >= 0) {
      throw new IllegalArgumentException("more gaps than values in: " + template);
    }
    return out.append(template, from, template.length()).toString();
  }

  private static String shown(Object value) {
    if (value instanceof String text) {
      return Quote.quote(text);
    }
    if (value instanceof Plain plain) {
      return plain.text();
    }
    if (value instanceof Collection<?> values) {
      StringBuilder out = new StringBuilder();
      for (Object item : values) {
        out.append(out.isEmpty() ? "" : ", ").append(shown(item));
      }
      return out.toString();
    }
    return String.valueOf(value);
  }
}
