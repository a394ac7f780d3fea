import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes classes of what every run needs, so that a start opens no jar: {@code java -cp LIBRARIES
 * Embed.java OUTPUT VERSION}, run by Maven in the folder of the project.
 */
public final class Embed {
  /** Characters of one string constant. */
  private static final int LONGEST = 20_000;

  /** Keywords of a schema that say no rule. */
  private static final Set<String> NO_RULES =
      Set.of(
          "title",
          "description",
          "default",
          "examples",
          "enumDescriptions",
          "patternErrorMessage",
          "definitions");

  private final Path output;

  private Embed(Path output) {
    this.output = output;
  }

  public static void main(String[] args) throws IOException {
    Embed embed = new Embed(Path.of(args[0]));
    embed.texts("cli", "VersionText", Map.of("version", args[1]));
    embed.texts("cli", "RehearsalFiles", files("src/main/embed/rehearsal", "*.yaml"));
    embed.texts("render", "TemplateFiles", files("templates", "*.mustache"));
    embed.texts("schema", "RuleLines", rules(Path.of("schemas/storage.v1.schema.json")));
    embed.texts("schema", "SchemaFiles", files("schemas", "storage*.schema.json"));
  }

  /** Files of a folder by name. */
  private static Map<String, String> files(String folder, String glob) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(folder), glob)) {
      for (Path file : files) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }

  /** The schema without its definitions and each definition, by reference, without descriptions. */
  private static Map<String, String> rules(Path schema) {
    JsonNode root = JsonMapper.shared().readTree(schema);
    Map<String, String> texts = new TreeMap<>();
    texts.put("#", rules(root).toString());
    root.get("definitions")
        .forEachEntry((name, part) -> texts.put("#/definitions/" + name, rules(part).toString()));
    return texts;
  }

  private static JsonNode rules(JsonNode node) {
    if (node.isArray()) {
      ArrayNode items = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> items.add(rules(item)));
      return items;
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode rules = JsonNodeFactory.instance.objectNode();
    node.forEachEntry(
        (key, value) -> {
          if (key.equals("properties")) {
            // Names of fields, which may be those of keywords.
            ObjectNode fields = rules.putObject(key);
            value.forEachEntry((name, field) -> fields.set(name, rules(field)));
          } else if (!NO_RULES.contains(key)) {
            rules.set(key, rules(value));
          }
        });
    return rules;
  }

  private void texts(String room, String name, Map<String, String> texts) throws IOException {
    StringBuilder cases = new StringBuilder();
    texts.forEach(
        (key, text) ->
            cases.append("      case %s -> %s;\n".formatted(literal(key), literal(text))));
    write(
        room,
        name,
        """
        package dev.fairlead.%s;

        /** Made by src/main/embed/Embed.java. */
        final class %s {
          private %s() {}

          /** The text of this name, or null. */
          static String of(String name) {
            return switch (name) {
        %s      default -> null;
            };
          }
        }
        """
            .formatted(room, name, name, cases));
  }

  private void write(String room, String name, String source) throws IOException {
    Path file = output.resolve("dev/fairlead/" + room + "/" + name + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, source);
  }

  /** A text as an expression: string constants hold no more than 65,535 bytes. */
  private static String literal(String text) {
    if (text.length() > LONGEST) {
      String rest = literal(text.substring(LONGEST));
      return literal(text.substring(0, LONGEST)) + ".concat(" + rest + ")";
    }
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        default -> out.append(c < ' ' || c > '~' ? String.format("\\u%04x", (int) c) : c);
      }
    }
    return out.append('"').toString();
  }
}
