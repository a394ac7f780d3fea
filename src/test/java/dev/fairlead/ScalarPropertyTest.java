package dev.fairlead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.source.WholeCharacters;
import dev.fairlead.testing.Cli;
import dev.fairlead.testing.External;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Readers of YAML 1.1 and 1.2 read every string in a manifest unchanged, as a key and as a value,
 * or fairlead rejects it.
 */
class ScalarPropertyTest {
  private static final int COUNT = 4000;
  private static final String SPECIAL = "-?:,[]{}#&*!|>'\"%@`=<~/\\ \t\n\r";
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final String[] TRICKY = {
    "",
    " ",
    "y",
    "Y",
    "n",
    "yes",
    "No",
    "ON",
    "off",
    "true",
    "False",
    "null",
    "Null",
    "~",
    "nil",
    "nan",
    ".nan",
    ".inf",
    "-.INF",
    "inf",
    "none",
    "=",
    "<<",
    "-",
    "- a",
    "? a",
    ": a",
    "a: b",
    "a:b",
    "a:",
    "::",
    "a #b",
    "#a",
    "a#b",
    "&a",
    "*a",
    "!a",
    "!!str a",
    "%a",
    "@a",
    "`a",
    "'a'",
    "\"a\"",
    "{a}",
    "[a]",
    "{{x}}",
    "{{{x}}}",
    "{{> tree}}",
    "a,b",
    "|",
    ">",
    "0",
    "012",
    "0o17",
    "0x1F",
    "0b11",
    "1_000",
    "1e3",
    "1.5",
    "+1",
    "-1",
    ".5",
    "5.",
    "12:30:45",
    "190:20:30",
    "2026-11-22",
    "2026-11-22T01:02:03Z",
    "---",
    "...",
    "--- a",
    "\\",
    "\\n",
    "\n",
    "a\n",
    "\na",
    "a\nb",
    "\t",
    "\ta",
    "a\t",
    "\r",
    "a\r\nb",
    "\u00A0",
    "\u00AD",
    "\u2028",
    "\u2029",
    "\uFEFF",
    "a\uFEFF",
    "\uE000",
    "\uFFFD",
    "é",
    "漢字",
    "🚢",
    "👩‍🚀",
    "\uD83D\uDEA2",
    "a b",
    " a",
    "a ",
    "50Gi",
    "0Gi",
    "1Ei",
    "/",
    "/data",
    "~/x",
    "a/b.c_d-e",
    "a--b",
    "x".repeat(3000)
  };

  private static List<String> strings;
  private static JsonNode items;
  private static String yaml;

  @TempDir static Path folder;

  @BeforeAll
  static void renderThemAll() throws Exception {
    strings = new ArrayList<>(List.of(TRICKY));
    Random random = new Random(42);
    while (strings.size() < COUNT) {
      strings.add(randomString(random));
    }
    StringBuilder spec =
        new StringBuilder(
            "apiVersion: fairlead.dev/v1\nkind: Storage\nmetadata: {name: strings}\nvolumes:\n");
    for (int i = 0; i < strings.size(); i++) {
      String text = JSON.writeValueAsString(strings.get(i)).replace("\u007F", "\\u007F");
      spec.append("- {name: v").append(i).append(", storage: 1Gi, csi: {driver: d.example.com, ");
      spec.append("volumeHandle: h").append(i).append(", volumeAttributes: {value: ").append(text);
      if (strings.get(i).length() < 100) {
        spec.append(", ? ").append(text).append(" : key");
      }
      spec.append("}}}\n");
    }
    Cli.Result result = Cli.run(List.of("render", "-"), spec.toString());
    assertEquals(0, result.code(), result.err());
    yaml = result.out();
    items =
        JSON.readTree(Cli.run(List.of("render", "--output", "json", "-"), spec.toString()).out())
            .get("items");
  }

  @Test
  void inJsonOutput() {
    for (int i = 0; i < strings.size(); i++) {
      JsonNode attributes = items.get(i).at("/spec/csi/volumeAttributes");
      Map<String, String> decoded = new LinkedHashMap<>();
      attributes.properties().forEach(e -> decoded.put(e.getKey(), e.getValue().stringValue()));
      assertEquals(expected(i), decoded);
    }
  }

  @Test
  void forYaml12Readers() {
    Load load =
        new Load(
            LoadSettings.builder().setSchema(new CoreSchema()).setCodePointLimit(1 << 30).build());
    same(load.loadAllFromReader(new WholeCharacters(yaml)));
  }

  @Test
  void forYaml11Readers() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(1 << 30);
    same(new Yaml(new SafeConstructor(options)).loadAll(yaml));
  }

  @Test
  void forKubectl() throws Exception {
    External.require("kubectl");
    Files.writeString(folder.resolve("all.yaml"), yaml);
    External.Result result =
        External.run(
            folder,
            "kubectl",
            "label",
            "--local",
            "-f",
            "all.yaml",
            "a=b",
            "-o",
            "json",
            "--dry-run=client");
    assertEquals(0, result.code(), result.err());
    List<Object> decoded = new ArrayList<>();
    try (var parser = JSON.createParser(result.out())) {
      JSON.readerFor(Map.class).readValues(parser).forEachRemaining(decoded::add);
    }
    if (decoded.size() == 1) {
      decoded = new ArrayList<>((List<?>) ((Map<?, ?>) decoded.get(0)).get("items"));
    }
    same(decoded);
  }

  @Test
  void forLibyaml() throws Exception {
    External.require("python3");
    External.Result there = External.run(folder, "python3", "-c", "import yaml; yaml.CSafeLoader");
    if (System.getenv("CI") == null) {
      org.junit.jupiter.api.Assumptions.assumeTrue(
          there.code() == 0, "python3 has no yaml module with libyaml, so this test is skipped");
    }
    Files.writeString(folder.resolve("libyaml.yaml"), yaml);
    External.Result result =
        External.run(
            folder,
            "python3",
            "-c",
            "import yaml, json; print(json.dumps(list(yaml.load_all("
                + "open('libyaml.yaml', encoding='utf-8'), Loader=yaml.CSafeLoader))))");
    assertEquals(0, result.code(), result.err());
    same(JSON.readValue(result.out(), List.class));
  }

  private static void same(Iterable<?> documents) {
    int i = 0;
    for (Object document : documents) {
      Map<?, ?> spec = (Map<?, ?>) ((Map<?, ?>) document).get("spec");
      assertEquals(expected(i), ((Map<?, ?>) spec.get("csi")).get("volumeAttributes"));
      i++;
    }
    assertEquals(strings.size(), i);
  }

  private static Map<String, String> expected(int i) {
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("value", strings.get(i));
    if (strings.get(i).length() < 100) {
      expected.put(strings.get(i), "key");
    }
    return expected;
  }

  @Test
  void otherCharactersAreRejected() {
    for (int c :
        new int[] {
          0, 1, 7, 8, 0xB, 0xC, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9F, 0xFFFE, 0xFFFF, 0xD800, 0xDFFF
        }) {
      for (String form : List.of("{value: \"%s\"}", "{\"%s\": value}")) {
        String attributes = String.format(form, String.format("a\\u%04Xb", c));
        String spec =
            "apiVersion: fairlead.dev/v1\nkind: Storage\nmetadata: {name: s}\nvolumes:\n- {name: v,"
                + " storage: 1Gi, csi: {driver: d, volumeHandle: h, volumeAttributes: "
                + attributes
                + "}}\n";
        Cli.Result result = Cli.run(List.of("render", "-"), spec);
        assertEquals(1, result.code(), attributes);
        assertEquals("", result.out());
        assertTrue(result.err().contains("<stdin>:5:"), result.err());
      }
    }
  }

  private static String randomString(Random random) {
    int length = 1 + random.nextInt(12);
    StringBuilder out = new StringBuilder();
    while (out.length() < length) {
      int c =
          switch (random.nextInt(6)) {
            case 0 -> SPECIAL.charAt(random.nextInt(SPECIAL.length()));
            case 1 -> '0' + random.nextInt(10);
            case 2 -> ' ' + random.nextInt(95);
            case 3 -> 'a' + random.nextInt(26);
            case 4 -> 0xA0 + random.nextInt(0x2F60);
            default -> random.nextInt(0x110000);
          };
      boolean rejected =
          (c < 0x20 && c != '\t' && c != '\n' && c != '\r')
              || (c >= 0x7F && c <= 0x9F)
              || (c >= 0xD800 && c <= 0xDFFF)
              || c == 0xFFFE
              || c == 0xFFFF;
      if (!rejected) {
        out.appendCodePoint(c);
      }
    }
    return out.toString();
  }
}
