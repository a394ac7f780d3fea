package dev.fairlead.explain;

import java.util.List;

/** What is known about a field as text for a terminal. */
public final class FieldText {
  private final Language language;
  private final StringBuilder out = new StringBuilder();

  private FieldText(Language language) {
    this.language = language;
  }

  /** All that is known about a field, and its fields. */
  public static String of(Field field, Language language) {
    FieldText text = new FieldText(language);
    text.facts(field);
    text.fields(language.fields(field));
    return text.out.toString();
  }

  /** The fields below a field and below those, one line each. */
  public static String recursive(Field field, Language language) {
    FieldText text = new FieldText(language);
    text.lines("", field);
    return text.out.toString();
  }

  private void facts(Field field) {
    out.append(title(field)).append("\n\n").append(Wrapped.of(field.description(), "  "));
    field.form().ifPresent(form -> line("Form", form));
    field.always().ifPresent(value -> line("Always", value));
    field.ifAbsent().ifPresent(value -> line("Default", value));
    values(field.values());
    field.example().ifPresent(text -> out.append("\n  Example:\n").append(text.indent(4)));
    field.link().ifPresent(link -> line("More", link));
  }

  private static String title(Field field) {
    String name = field.path().isEmpty() ? "A spec" : field.path();
    return name + ": " + field.type() + (field.isRequired() ? ", required" : "");
  }

  private void line(String title, String text) {
    out.append('\n').append(Wrapped.of(title + ": " + text, "  "));
  }

  private void values(List<Field.Value> values) {
    if (values.isEmpty()) {
      return;
    }
    out.append("\n  Values:\n");
    int width = values.stream().mapToInt(value -> value.text().length()).max().getAsInt();
    for (Field.Value value : values) {
      String gap = " ".repeat(width - value.text().length() + 2);
      out.append(("    " + value.text() + gap + value.meaning()).stripTrailing()).append('\n');
    }
  }

  private void fields(List<Field> fields) {
    if (fields.isEmpty()) {
      return;
    }
    out.append("\nFields:\n");
    for (Field field : fields) {
      if (!field.isRemoved()) {
        out.append("  ").append(signature(field)).append('\n');
        out.append(Wrapped.of(field.description(), "      "));
      }
    }
  }

  private void lines(String indent, Field owner) {
    for (Field field : language.fields(owner)) {
      if (!field.isRemoved()) {
        out.append(indent).append(signature(field)).append('\n');
        lines(indent + "  ", field);
      }
    }
  }

  private static String signature(Field field) {
    return field.name() + ": " + field.type() + (field.isRequired() ? ", required" : "");
  }

  static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
