package dev.fairlead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.explain.Field;
import dev.fairlead.explain.Language;
import dev.fairlead.model.SourceType;
import dev.fairlead.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of fields in docs/spec.md are made of the schema. */
class FieldTablesTest {
  private static final Path REFERENCE = Path.of("docs", "spec.md");
  private static final Pattern TABLE =
      Pattern.compile("(?m)^<!-- fields of (\\S+) -->\\n\\n((?:\\|.*\\n)+)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{2,3} (.+)$");

  private final Language language = new Language();

  @Test
  void theTablesAreThoseOfTheSchema() throws IOException {
    String text = Files.readString(REFERENCE);
    Matcher table = TABLE.matcher(text);
    StringBuilder made = new StringBuilder();
    int tables = 0;
    while (table.find()) {
      String path = table.group(1);
      Field owner = path.equals("a-spec") ? language.root() : language.at(path).orElseThrow();
      String rows =
          language.fields(owner).stream()
              .filter(field -> !isSource(field))
              .map(field -> row(field, text, path))
              .collect(Collectors.joining());
      String whole =
          "<!-- fields of "
              + path
              + " -->\n\n| field | type | default | meaning |\n|---|---|---|---|\n";
      table.appendReplacement(made, Matcher.quoteReplacement(whole + rows));
      tables++;
    }
    table.appendTail(made);
    assertTrue(tables > 20, tables + " tables");
    if (Golden.rewriting()) {
      Files.writeString(REFERENCE, made.toString());
    } else {
      assertEquals(made.toString(), text, "rewrite the tables with -Drewrite=true");
    }
  }

  private static boolean isSource(Field field) {
    return field.isRemoved()
        || field.path().startsWith("volumes.")
            && Arrays.stream(SourceType.values())
                .anyMatch(type -> field.path().equals("volumes." + type));
  }

  private static String row(Field field, String text, String owner) {
    String absent = field.isRequired() ? "required" : field.ifAbsent().orElse("");
    String cells = " | " + type(field) + " | " + absent + " | " + field.description();
    return ("| `" + field.name() + "`" + cells + links(field, text, owner) + " |\n")
        .replaceAll(" +\\| +\\|", " | |");
  }

  private static String type(Field field) {
    String type = field.type().replaceFirst("^an? ", "");
    List<Field.Value> values = field.values();
    if (!values.isEmpty() && !field.isList()) {
      return values.stream()
          .map(value -> "`" + value.text() + "`")
          .collect(Collectors.joining(", "));
    }
    return field.form().isPresent() && field.type().equals("a string")
        ? field.form().get().replaceFirst(":.*", "").replaceFirst("^(an?|the) ", "")
        : type + field.form().filter(form -> !field.isList()).map(form -> ", " + form).orElse("");
  }

  /** Links to the section of the document about a field, and to Kubernetes. */
  private static String links(Field field, String text, String owner) {
    String section =
        HEADING
            .matcher(text)
            .results()
            .map(heading -> heading.group(1))
            .filter(
                heading -> plain(heading).equals(plain(field.name())) && !heading.startsWith("`"))
            .filter(heading -> !plain(heading).equals(plain(owner)))
            .map(
                heading ->
                    " See [`"
                        + field.name()
                        + "`](#"
                        + heading.toLowerCase(Locale.ROOT).replace(' ', '-')
                        + ").")
            .findFirst()
            .orElse("");
    return section + field.link().map(link -> " See [Kubernetes](" + link + ").").orElse("");
  }

  private static String plain(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }
}
