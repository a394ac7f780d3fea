package dev.fairlead.explain;

import dev.fairlead.schema.TypeNames;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import dev.fairlead.write.SpecText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A field of the language, and what the schema says about it.
 *
 * @param path the names of the fields from the root on, with dots between them
 * @param isRequired whether its mapping must have it
 * @param parts the parts of the schema about it; of two that say the same, the first one counts
 */
public record Field(String path, boolean isRequired, List<Mapping> parts) {
  /** A limit that only says how many bits a number has. */
  private static final String LARGEST = "2147483647";

  /** A value that the field accepts, and what it means; the meaning may be empty. */
  public record Value(String text, String meaning) {}

  /** The last name of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** What the field is for. */
  public String description() {
    return text("description").orElse("");
  }

  /** The types that it accepts, in words. */
  public String type() {
    if (isRemoved()) {
      return "removed";
    }
    for (Mapping part : parts) {
      if (part.has("type")) {
        List<String> types = new ArrayList<>();
        part.string("type").ifPresent(type -> types.add(type.value()));
        part.strings("type").forEach(type -> types.add(type.value()));
        return TypeNames.of(types);
      }
    }
    return "any value";
  }

  /** Which strings, items or numbers it accepts, in words, if not all of them. */
  public Optional<String> form() {
    return type().contains(" or a ")
        ? Optional.empty()
        : text("patternErrorMessage")
            .or(() -> text(items(), "patternErrorMessage"))
            .or(this::range);
  }

  private Optional<String> range() {
    Optional<String> most = value("maximum").map(SpecText::inLine);
    return most.filter(number -> !number.equals(LARGEST))
        .flatMap(number -> value("minimum").map(least -> SpecText.inLine(least) + " to " + number));
  }

  /** Whether Kubernetes, and so the language, has given it up. */
  public boolean isRemoved() {
    return parts.stream()
        .anyMatch(part -> part.mappingAt("not").filter(Mapping::isEmpty).isPresent());
  }

  /** Whether its keys are names that the user chooses. */
  public boolean isMap() {
    return parts.stream().anyMatch(part -> part.mappingAt("additionalProperties").isPresent());
  }

  /** Whether it is a list. */
  public boolean isList() {
    return type().startsWith("a list");
  }

  /** The only values that it, or an item of it, accepts. */
  public List<Value> values() {
    List<Mapping> all = new ArrayList<>(parts);
    all.addAll(items());
    for (Mapping part : all) {
      if (part.has("enum")) {
        return values(part);
      }
    }
    return List.of();
  }

  private static List<Value> values(Mapping part) {
    List<Tree> accepted = part.list("enum");
    List<Located<String>> meanings = part.strings("enumDescriptions");
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < accepted.size(); i++) {
      if (!accepted.get(i).isNull()) {
        String meaning = i < meanings.size() ? meanings.get(i).value() : "";
        values.add(new Value(shown(accepted.get(i)), meaning));
      }
    }
    return values;
  }

  /** The only value that it accepts, if there is only one. */
  public Optional<String> always() {
    return value("const").map(Field::shown);
  }

  /** The value that counts if the field is absent, or words about it, in Markdown. */
  public Optional<String> ifAbsent() {
    return text("absent").or(() -> value("default").map(value -> code(shown(value))));
  }

  /** A value as its author would say it: without quotes, unless it is empty. */
  private static String shown(Tree value) {
    return value instanceof Scalar scalar && scalar.isString() && !scalar.text().isEmpty()
        ? scalar.text()
        : SpecText.inLine(value);
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  /** The field with a value, as the lines of a spec. */
  public Optional<String> example() {
    return value("examples")
        .filter(Sequence.class::isInstance)
        .map(list -> SpecText.of(name(), ((Sequence) list).items().get(0)));
  }

  /** The page of the Kubernetes documentation about it. */
  public Optional<String> link() {
    return text("link");
  }

  private List<Mapping> items() {
    return parts.stream().flatMap(part -> part.mappingAt("items").stream()).toList();
  }

  private Optional<String> text(String key) {
    return text(parts, key);
  }

  private static Optional<String> text(List<Mapping> parts, String key) {
    return parts.stream().flatMap(part -> part.text(key).stream()).findFirst();
  }

  private Optional<Tree> value(String key) {
    return parts.stream().flatMap(part -> part.get(key).stream()).findFirst();
  }
}
