package dev.fairlead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.testing.Cli;
import dev.fairlead.testing.Golden;
import dev.fairlead.testing.Transcript;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The examples in the documentation match the program. Files that transcripts use are in the
 * document itself or in testdata/docs.
 */
class DocsTest {
  private static final Pattern BLOCK =
      Pattern.compile("(?m)^```(\\w+)(?: file=(\\S+))?\n(.*?)^```$", Pattern.DOTALL);

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> blocks() throws IOException {
    List<Path> documents =
        new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")));
    try (Stream<Path> docs = Files.list(Path.of("docs"))) {
      docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
    }
    return documents.stream().map(file -> dynamicTest(file.toString(), () -> blocks(file)));
  }

  private void blocks(Path document) throws IOException {
    String text = Files.readString(document);
    try (Stream<Path> files = Files.list(Path.of("testdata", "docs"))) {
      for (Path file : files.toList()) {
        Files.writeString(folder.resolve(file.getFileName()), Files.readString(file));
      }
    }
    // The situations of docs/operations.md.
    for (Path plan : Golden.cases("plan")) {
      Path copy = Files.createDirectories(folder.resolve(plan.getFileName()));
      for (String file : List.of("spec.fairlead.yaml", "live.yaml")) {
        Files.writeString(copy.resolve(file), Files.readString(plan.resolve(file)));
      }
    }
    StringBuilder rewritten = new StringBuilder();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      String body = block.group(3);
      if (block.group(2) != null) {
        Files.writeString(folder.resolve(block.group(2)), body);
      }
      String now =
          switch (block.group(1)) {
            case "console" -> Transcript.replay(body, folder);
            case "yaml" -> checkYaml(block.group(2), body);
            case "json" -> {
              JsonMapper.shared().readTree(body);
              yield body;
            }
            default -> body;
          };
      if (!Golden.rewriting()) {
        assertEquals(now, body, document + ": a block differs from the program");
      }
      block.appendReplacement(
          rewritten, Matcher.quoteReplacement(block.group().replace(body, now)));
    }
    block.appendTail(rewritten);
    if (Golden.rewriting()) {
      Files.writeString(document, rewritten);
    }
  }

  /** Complete specs without a file name have no errors. Other blocks are valid YAML. */
  private static String checkYaml(String name, String body) {
    if (name == null && body.startsWith("apiVersion: fairlead.dev/v1\nkind: Storage\n")) {
      assertEquals(new Cli.Result(0, "", ""), Cli.run(List.of("check", "-"), body), body);
    }
    new Yaml().loadAll(body).forEach(document -> {});
    return body;
  }

  @Test
  void everyCodeIsExplained() throws IOException {
    List<String> headings =
        Files.readAllLines(Path.of("docs", "diagnostics.md")).stream()
            .filter(line -> line.startsWith("## "))
            .map(line -> line.substring(3))
            .toList();
    List<String> slugs = Arrays.stream(Code.values()).map(Code::slug).sorted().toList();
    Set<String> missing = new TreeSet<>(slugs);
    headings.forEach(missing::remove);
    assertEquals(Set.of(), missing, "docs/diagnostics.md has no section");
    assertEquals(slugs, headings);
  }

  /** Only codes about YAML and the language have no link to Kubernetes. */
  @Test
  void everyCodeOfKubernetesHasALinkToItsDocumentation() throws IOException {
    String text = Files.readString(Path.of("docs", "diagnostics.md"));
    Set<String> without = new TreeSet<>();
    for (String section : text.split("(?m)^## ")) {
      if (!section.matches("(?s).*]\\(https://(kubernetes\\.io|kubernetes-csi\\.github\\.io)/.*")) {
        without.add(section.lines().findFirst().orElseThrow());
      }
    }
    without.remove("# Diagnostics");
    Set<Code> ours =
        Set.of(
            Code.AMBIGUOUS_REFERENCE,
            Code.AMBIGUOUS_SCALAR,
            Code.BAD_ALIAS,
            Code.CONTROL_CHARACTER,
            Code.DRIFT,
            Code.DUPLICATE_KEY,
            Code.FOREIGN_FILE,
            Code.INVALID_UTF8,
            Code.NO_MANIFESTS,
            Code.NO_SPECS,
            Code.NAME_RANGE,
            Code.NOT_A_MANIFEST,
            Code.NOT_A_SPEC,
            Code.NULL_VALUE,
            Code.PLACEHOLDER,
            Code.SHARED_FOLDER,
            Code.UNKNOWN_IGNORE,
            Code.UNKNOWN_TAG,
            Code.UNREADABLE_FILE,
            Code.UNTRACKED_FILE,
            Code.USELESS_IGNORE,
            Code.YAML_SYNTAX);
    assertEquals(
        ours.stream().map(Code::slug).collect(Collectors.toCollection(TreeSet::new)), without);
  }

  @Test
  void everyRuleOfTheTableHasItsCodesAndCases() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("docs", "diagnostics.md")).stream()
            .filter(line -> line.startsWith("| ") && line.contains("`"))
            .toList();
    assertTrue(rows.size() > 35, rows.size() + " rows");
    for (String row : rows) {
      String[] cells = row.split("\\|");
      List<String> codes = quoted(cells[2]);
      codes.forEach(code -> assertTrue(Code.of(code).isPresent(), code));
      Set<String> found = new TreeSet<>();
      for (String glob : quoted(cells[3])) {
        try (var folders = Files.newDirectoryStream(Path.of("testdata"), "*")) {
          for (Path kind : folders) {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:testdata/" + glob);
            try (Stream<Path> cases = Files.isDirectory(kind) ? Files.list(kind) : Stream.empty()) {
              cases.filter(matcher::matches).forEach(path -> found.add(findings(path)));
            }
          }
        }
      }
      for (String code : codes) {
        assertTrue(
            found.stream().anyMatch(findings -> findings.contains("[" + code + "]")),
            code + " has no case in the row " + row);
      }
    }
  }

  private static String findings(Path folder) {
    try {
      return Files.readString(folder.resolve("diagnostics.txt"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<String> quoted(String cell) {
    return Pattern.compile("`([^`]+)`").matcher(cell).results().map(r -> r.group(1)).toList();
  }

  @Test
  void everyPropertyOfTheSchemaIsInTheReference() throws IOException {
    String reference = Files.readString(Path.of("docs", "spec.md"));
    Set<String> missing = new TreeSet<>();
    for (String property : properties(schema())) {
      if (!reference.contains("`" + property + "`")) {
        missing.add(property);
      }
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyPropertyOfTheSchemaIsDescribed() throws IOException {
    List<String> bare = new ArrayList<>();
    describe("#", schema(), schema(), bare);
    assertEquals(List.of(), bare);
  }

  private static void describe(String path, JsonNode node, JsonNode root, List<String> bare) {
    JsonNode properties = node.path("properties");
    boolean rule = path.matches(".*/(allOf|if|then|else)(/.*)?");
    for (String name : properties.propertyNames()) {
      JsonNode property = properties.get(name);
      JsonNode target =
          property.has("$ref")
              ? root.at(property.get("$ref").stringValue().substring(1))
              : property;
      if (!rule && !target.has("description")) {
        bare.add(path + "/" + name);
      }
    }
    for (String key : node.propertyNames()) {
      describe(path + "/" + key, node.get(key), root, bare);
    }
  }

  private static Set<String> properties(JsonNode schema) {
    Set<String> names = new TreeSet<>();
    JsonNode definitions = schema.get("definitions");
    names.addAll(schema.at("/properties").propertyNames());
    names.addAll(schema.at("/properties/metadata/properties").propertyNames());
    Set<String> parts = new TreeSet<>();
    for (JsonNode part : schema.get("properties")) {
      parts.add(part.path("$ref").asString(part.at("/items/$ref").asString("")));
    }
    for (String name : definitions.propertyNames()) {
      boolean own = parts.contains("#/definitions/" + name) || name.startsWith("source.");
      if (own) {
        names.addAll(definitions.get(name).path("properties").propertyNames());
      }
    }
    names.addAll(definitions.at("/mount/else/properties").propertyNames());
    names.addAll(definitions.at("/volume/properties/reserve/properties").propertyNames());
    assertTrue(names.size() > 80);
    assertFalse(names.contains(""));
    return names;
  }

  private static JsonNode schema() throws IOException {
    return JsonMapper.shared()
        .readTree(Files.readString(Path.of("schemas", "storage.v1.schema.json")));
  }
}
