package dev.fairlead.explain;

import java.util.Optional;
import java.util.StringJoiner;

/** What is known about a field as Markdown, as editors show it. */
public final class FieldMarkdown {
  private FieldMarkdown() {}

  /** All that is known about a field, without its name. */
  public static String of(Field field) {
    StringJoiner paragraphs = new StringJoiner("\n\n").add(intro(field));
    values(field).ifPresent(paragraphs::add);
    field.example().ifPresent(text -> paragraphs.add("```yaml\n" + text + "```"));
    link(field).ifPresent(paragraphs::add);
    return paragraphs.toString();
  }

  /** What is known about a field, for editors that show values and examples of a schema. */
  public static String besideSchema(Field field) {
    StringJoiner paragraphs = new StringJoiner("\n\n").add(intro(field));
    if (field.isList()) {
      values(field).ifPresent(paragraphs::add);
    }
    link(field).ifPresent(paragraphs::add);
    return paragraphs.toString();
  }

  /** A text without the marks of Markdown. */
  public static String plain(String markdown) {
    return markdown.replace("`", "");
  }

  private static String intro(Field field) {
    return field.isRemoved() ? field.description() : field.description() + "\n\n" + facts(field);
  }

  private static Optional<String> link(Field field) {
    return field.link().map(link -> "[Kubernetes documentation](" + link + ")");
  }

  private static String facts(Field field) {
    StringJoiner facts = new StringJoiner(" ");
    String form = field.form().map(words -> ": " + words).orElse("");
    facts.add(FieldText.capital(field.type()) + form + ".");
    if (field.isRequired()) {
      facts.add("Required.");
    }
    field.always().ifPresent(value -> facts.add("Always `" + value + "`."));
    field.ifAbsent().ifPresent(value -> facts.add("Default: " + value + "."));
    return facts.toString();
  }

  private static Optional<String> values(Field field) {
    StringJoiner lines = new StringJoiner("\n");
    lines.setEmptyValue("");
    for (Field.Value value : field.values()) {
      String meaning = value.meaning().isEmpty() ? "" : ": " + value.meaning();
      lines.add("- `" + value.text() + "`" + meaning);
    }
    return Optional.of(lines.toString()).filter(text -> !text.isEmpty());
  }
}
