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
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Generates classes with the texts that every run needs, so that a start reads no resources from
 * the jar. Maven runs it in the folder of the project: {@code java -cp LIBRARIES Embed.java OUTPUT
 * VERSION}.
 */
public final class Embed {
  /** The length limit of one string constant, in chars. */
  private static final int LONGEST = 20_000;

  /** Keywords of a schema without a rule. */
  private static final Set<String> NO_RULES =
      Set.of(
          "title",
          "description",
          "default",
          "examples",
          "enumDescriptions",
          "patternErrorMessage",
          "consequence",
          "absent",
          "link",
          "defaultSnippets",
          "definitions");

  /** A reference from one schema to another one. The build makes one schema of both. */
  private static final String OTHER_SCHEMA = "storage.v1.schema.json#/";

  private final Path output;

  private Embed(Path output) {
    this.output = output;
  }

  public static void main(String[] args) throws IOException {
    Embed embed = new Embed(Path.of(args[0]));
    embed.texts("cli", "VersionText", Map.of("version", args[1]));
    embed.texts("cli", "RehearsalFiles", files("src/main/embed/rehearsal", "*.yaml"));
    embed.texts("driver", "DriverTexts", drivers(Path.of("drivers/catalogue.yaml")));
    embed.texts("render", "TemplateFiles", files("templates", "*.mustache"));
    Map<String, String> ofSpecs = rules(Path.of("schemas/storage.v1.schema.json"));
    Map<String, String> ofManifests = rules(Path.of("schemas/manifests.v1.schema.json"));
    ofManifests.remove("#");
    for (String name : ofManifests.keySet()) {
      if (ofSpecs.containsKey(name)) {
        throw new IllegalStateException(name + " is in both schemas");
      }
    }
    embed.texts("schema", "RuleLines", ofSpecs);
    embed.texts("schema", "ManifestRuleLines", ofManifests);
    embed.texts("schema", "ManifestSchemaFiles", files("schemas", "manifests*.schema.json"));
    embed.texts("schema", "SchemaFiles", files("schemas", "storage*.schema.json"));
  }

  /** The texts of the files in a folder, by file name. */
  private static Map<String, String> files(String folder, String glob) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(folder), glob)) {
      for (Path file : files) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }

  /** Each driver by its name, and the names of all of them under the empty name. */
  private static Map<String, String> drivers(Path catalogue) {
    Map<String, String> texts = new TreeMap<>();
    for (JsonNode driver : YAMLMapper.shared().readTree(catalogue).get("drivers")) {
      texts.put(driver.get("name").asString(), driver.toString());
      for (JsonNode also : driver.path("also")) {
        texts.put(also.asString(), ((ObjectNode) driver).put("name", also.asString()).toString());
      }
    }
    texts.put("", String.join("\n", texts.keySet()));
    return texts;
  }

  /** The root of the schema and each definition, by reference, without descriptions. */
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
    if (node.isString() && node.stringValue().startsWith(OTHER_SCHEMA)) {
      String inside = node.stringValue().substring(OTHER_SCHEMA.length());
      return JsonNodeFactory.instance.stringNode("#/" + inside);
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode rules = JsonNodeFactory.instance.objectNode();
    node.forEachEntry(
        (key, value) -> {
          if (key.equals("properties")) {
            // The names are fields, which may be spelt like keywords.
            ObjectNode fields = rules.putObject(key);
            value.forEachEntry((name, field) -> fields.set(name, rules(field)));
          } else if (!NO_RULES.contains(key)) {
            rules.set(key, rules(value));
          }
        });
    return rules;
  }

  private void texts(String packageName, String name, Map<String, String> texts)
      throws IOException {
    StringBuilder cases = new StringBuilder();
    texts.forEach(
        (key, text) ->
            cases.append("      case %s -> %s;\n".formatted(literal(key), literal(text))));
    write(
        packageName,
        name,
        """
        package dev.fairlead.%s;

        /** Generated by src/main/embed/Embed.java. */
        final class %s {
          private %s() {}

          /** The text with this name, or null. */
          static String of(String name) {
            return switch (name) {
        %s      default -> null;
            };
          }
        }
        """
            .formatted(packageName, name, name, cases));
  }

  private void write(String packageName, String name, String source) throws IOException {
    Path file = output.resolve("dev/fairlead/" + packageName + "/" + name + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, source);
  }

  /**
   * A text as an expression. It joins several constants, because each is limited to 65,535 bytes.
   */
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
