package dev.fairlead.explain;

import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import dev.fairlead.write.SpecText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A field of the language, and what the schema says about it.
 *
 * @param path the names of the fields from the root on, with dots between them
 * @param isRequired whether its mapping must have it
 * @param parts the parts of the schema about it; of two that say the same, the first one counts
 */
public record Field(String path, boolean isRequired, List<Mapping> parts) {
  private static final Map<String, String> TYPES =
      Map.of(
          "string", "a string",
          "boolean", "true or false",
          "integer", "a whole number",
          "number", "a number",
          "array", "a list",
          "object", "a mapping");

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
        List<String> words = new ArrayList<>();
        part.string("type").ifPresent(type -> words.add(TYPES.get(type.value())));
        for (Located<String> type : part.strings("type")) {
          if (TYPES.containsKey(type.value())) {
            words.add(TYPES.get(type.value()));
          }
        }
        return String.join(" or ", words);
      }
    }
    return "any value";
  }

  /** Which strings or items it accepts, in words, if not all of them. */
  public Optional<String> form() {
    return text("patternErrorMessage").or(() -> text(items(), "patternErrorMessage"));
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
        values.add(new Value(SpecText.inLine(accepted.get(i)), meaning));
      }
    }
    return values;
  }

  /** The only value that it accepts, if there is only one. */
  public Optional<String> always() {
    return value("const").map(SpecText::inLine);
  }

  /** The value that counts if the field is absent, in words if it depends on other fields. */
  public Optional<String> ifAbsent() {
    return text("absent").or(() -> value("default").map(SpecText::inLine));
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
