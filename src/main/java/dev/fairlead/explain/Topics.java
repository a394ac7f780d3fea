package dev.fairlead.explain;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.driver.Driver;
import dev.fairlead.driver.DriverText;
import dev.fairlead.driver.Drivers;
import dev.fairlead.report.Explanations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Everything that can be explained: codes, fields and drivers. */
public final class Topics {
  private final Language language = new Language();

  /** The text about a code, a driver or a field, or a list of those that the word may mean. */
  public Optional<String> explain(String word) {
    return code(word)
        .or(() -> Drivers.of(word).map(DriverText::of))
        .or(() -> field(word))
        .or(() -> named(word));
  }

  /** The fields of a document, and what else can be explained. */
  public String overview() {
    return FieldText.of(language.root(), language)
        + """

        Name one of them, a field below it such as volumes.reserve, a code, or a CSI driver.
        """;
  }

  /** The names of all fields below a path; below the root if the path is empty. */
  public Optional<String> recursive(String path) {
    Optional<Field> field = path.isEmpty() ? Optional.of(language.root()) : language.at(path);
    return field
        .or(() -> new FieldIndex(language).only(path))
        .map(found -> FieldText.recursive(found, language));
  }

  /** The explanation of a field as Markdown. */
  public Optional<String> fieldMarkdown(List<String> keys) {
    return language.at(keys).map(FieldMarkdown::of);
  }

  /** The explanation of a code as Markdown. */
  public static String codeMarkdown(Code code) {
    return "## " + new Explanations().section(code);
  }

  /** The end of a message about a word that means nothing. */
  public String nearest(String word) {
    List<String> known = new ArrayList<>(Arrays.stream(Code.values()).map(Code::slug).toList());
    int dot = word.lastIndexOf('.');
    String parent = dot < 0 ? "" : word.substring(0, dot);
    List<String> names = language.names(parent);
    Optional<String> field =
        Nearest.to(word.substring(dot + 1), names).map(name -> parent + "." + name);
    known.addAll(new TreeSet<>(new FieldIndex(language).names()));
    return Nearest.question(field.or(() -> Drivers.meant(word)).or(() -> Nearest.to(word, known)));
  }

  private static Optional<String> code(String word) {
    return Code.of(word.replaceAll("^\\[|]$", "")).map(code -> new Explanations().section(code));
  }

  private Optional<String> field(String path) {
    return language.at(path).map(field -> FieldText.of(field, language));
  }

  /** What a part of a path, a value or a part of the name of a driver means. */
  private Optional<String> named(String word) {
    FieldIndex index = new FieldIndex(language);
    List<Field> fields = index.called(word);
    if (fields.size() == 1) {
      Field field = fields.get(0);
      return Optional.of(FieldText.of(field, language) + also(index, field, word));
    }
    if (!fields.isEmpty()) {
      return Optional.of(fields(word, fields));
    }
    List<String> drivers = Drivers.with(word);
    return drivers.size() == 1
        ? Drivers.of(drivers.get(0)).map(DriverText::of)
        : Optional.of(drivers(word, drivers)).filter(text -> !drivers.isEmpty());
  }

  private static String also(FieldIndex index, Field field, String word) {
    StringBuilder also = new StringBuilder();
    List<String> others = index.others(field, word);
    if (!others.isEmpty()) {
      also.append('\n').append(Wrapped.of("Also at: " + String.join(", ", others), ""));
    }
    for (Code code : Code.values()) {
      if (code.slug().replace("-", "").equalsIgnoreCase(word)) {
        also.append("\nThere is also the code ").append(code.slug()).append(".\n");
      }
    }
    return also.toString();
  }

  private static String fields(String word, List<Field> fields) {
    StringBuilder out = new StringBuilder(quote(word)).append(" is one of these fields:\n\n");
    for (Field field : fields) {
      out.append("  ").append(field.path()).append('\n');
      out.append(Wrapped.of(field.description(), "      "));
    }
    return out.toString();
  }

  private static String drivers(String word, List<String> names) {
    StringBuilder out = new StringBuilder(quote(word)).append(" is part of these drivers:\n\n");
    for (String name : names) {
      String title = Drivers.of(name).map(Driver::facts).orElseThrow().stringOr("title", "");
      out.append("  ").append(name).append(": ").append(title).append('\n');
    }
    return out.toString();
  }
}
