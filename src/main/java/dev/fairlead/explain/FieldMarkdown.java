package dev.fairlead.explain;

import java.util.Optional;
import java.util.StringJoiner;

/** What is known about a field as Markdown, as editors show it. */
public final class FieldMarkdown {
  private FieldMarkdown() {}

  /** All that is known about a field, without its name. */
  public static String of(Field field) {
    StringJoiner paragraphs = new StringJoiner("\n\n");
    paragraphs.add(field.description());
    if (!field.isRemoved()) {
      paragraphs.add(facts(field));
      values(field).ifPresent(paragraphs::add);
      field.example().ifPresent(text -> paragraphs.add("```yaml\n" + text + "```"));
    }
    field.link().ifPresent(link -> paragraphs.add("[Kubernetes documentation](" + link + ")"));
    return paragraphs.toString();
  }

  private static String facts(Field field) {
    StringBuilder facts = new StringBuilder(FieldText.capital(field.type()));
    field.form().ifPresent(form -> facts.append(": ").append(form));
    facts.append(". ").append(field.isRequired() ? "Required." : "");
    field.always().ifPresent(value -> facts.append(" Always `").append(value).append("`."));
    field.ifAbsent().ifPresent(value -> facts.append(" Default: `").append(value).append("`."));
    return facts.toString().strip();
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
