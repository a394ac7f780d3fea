package dev.fairlead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.input.FileBytes;
import dev.fairlead.testing.Cli;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that once ended with a stack trace, or rendered what the API server rejects. */
class HostileTextTest {
  private static final String HEAD = "apiVersion: fairlead.dev/v1\nkind: Storage\n";
  private static final String NAMED = HEAD + "metadata: {name: a}\n";
  private static final String NFS = "nfs: {server: a.example.com, path: /a}";

  private record Text(String what, String text, String finding) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Text> texts() {
    return Stream.of(
        new Text(
            "an empty name as the last key of a volume",
            NAMED + "volumes:\n  - storage: 1Gi\n    " + NFS + "\n    name:\n",
            ":7:10: error: volumes[0].name has no value"),
        new Text(
            "an empty name before the next volume",
            NAMED + "volumes:\n  - storage: 1Gi\n    " + NFS + "\n    name:\n\n  - name: b\n",
            ":7:10: error: volumes[0].name has no value"),
        new Text(
            "an empty name in braces, and one of a claim",
            NAMED + "claims:\n  - {storage: 1Gi, name: }\n  - storage: 1Gi\n    name: # ?\n",
            ":7:10: error: claims[1].name has no value"),
        new Text(
            "a name with a line end",
            NAMED + "volumes:\n  - name: |\n      data\n    storage: 1Gi\n    " + NFS + "\n",
            ":5:11: error: volumes[0].name is \"data\\n\""),
        new Text(
            "a spec's name with a line end",
            HEAD + "metadata: {name: \"a\\n\"}\nclaims: [{name: a, storage: 1Gi}]\n",
            ":3:18: error: metadata.name is \"a\\n\""),
        new Text(
            "a path with a line end",
            NAMED
                + "volumes:\n"
                + "  - {name: a, storage: 1Gi, local: {path: \"/a/..\\n"
                + "\"}}\n"
                + "workloads: [{name: a, containers: [{name: a, image: a, mounts: {\"C:\\n"
                + "\": a}}]}]\n",
            "error: key \"C:\\n\""),
        new Text("another version of YAML", "%YAML 2.0\n---\na: b\n", ":1:1: error: this version"),
        new Text(
            "another version of YAML in the second document",
            NAMED + "---\na: b\n...\n%YAML 3.1\n---\na: b\n",
            ":7:1: error: this version of YAML is unknown"),
        new Text(
            "an escape that is no character",
            "a: b\nc: \"\\UD001f600\"\n",
            ":2:5: error: \\UD001f600 is no character"),
        new Text("a brace in a wrong place", "- {s: 10\ni}w:\n", ":2:3: error: "),
        new Text("a misplaced quote", "volumes:\n  - name: 'data\n'x:\n", "error: "));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void isAFinding(Text text) {
    Cli.Result checked = Cli.run(List.of("check", "-"), text.text());
    assertTrue(checked.out().contains(text.finding()), checked.out() + checked.err());
    assertEquals("", checked.err());
    assertEquals(1, checked.code());
    for (String command : List.of("render", "fix")) {
      Cli.Result result = Cli.run(List.of(command, "-"), text.text());
      assertEquals(1, result.code(), result.err());
    }
  }

  @Test
  void aFunctionConfigWithANullKeyIsReported() {
    String list =
        "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems: []\nfunctionConfig:\n"
            + "  {apiVersion: fairlead.dev/v1, kind: Storage, metadata: {name: a}, null: x}\n";
    Cli.Result result = Cli.run(List.of(), list);
    assertEquals(1, result.code(), result.err());
    assertTrue(result.out().contains("proposedValue: \"null\""), result.out());
  }

  /** The limits that docs/spec.md lists: what is beyond one is an error that names it. */
  @Test
  void limitsAreNamed() {
    assertLimit("a: " + "x".repeat((2 << 20) + 1), "at most 2097152 are accepted");
    assertLimit("[".repeat(66) + "]".repeat(66), "nested more than 64 levels deep");
    assertLimit("x".repeat(1001) + ": a", "a key of 1001 characters is too long");
    assertLimit(
        "a: &a " + "x".repeat(100_000) + "\nb: [" + "*a, ".repeat(100) + "]\n",
        "where 16 characters of text count as a value");
    byte[] tooLarge = new byte[FileBytes.LARGEST + 1];
    Cli.Result result = Cli.run(List.of("check", "-"), tooLarge, Map.of());
    assertEquals(2, result.code());
    assertTrue(
        result.out().contains("it has more than " + (FileBytes.LARGEST >> 20) + " MiB"),
        result.out());
  }

  /** A short file whose every document repeats as much as a file may. */
  @Test
  void documentsShareTheLimitOfAliases() {
    String document = "---\na: &a [x" + ", x".repeat(999) + "]\nb: [*a" + ", *a".repeat(90) + "]\n";
    assertLimit(document.repeat(20), "the aliases up to *a repeat");
  }

  private static void assertLimit(String text, String words) {
    for (String command : List.of("check", "verify")) {
      Cli.Result result = Cli.run(List.of(command, "-"), text);
      assertEquals(1, result.code(), result.err());
      assertTrue(result.out().contains(words), result.out());
    }
  }

  @Test
  void aThousandFindingsAreShown() {
    StringBuilder spec = new StringBuilder(NAMED + "volumes:\n  - name: a\n");
    for (int i = 0; i < 1500; i++) {
      spec.append("    zz").append(i).append(": 1\n");
    }
    String input = spec.toString();
    Cli.Result text = Cli.run(List.of("check", "-"), input);
    assertEquals(1000, text.out().lines().filter(line -> line.contains(": error: ")).count());
    assertTrue(text.out().matches("(?s).*\nand 50[0-9] more findings, which are not shown\n"));
    Cli.Result json = Cli.run(List.of("check", "--report", "json", "-"), input);
    assertTrue(json.out().matches("(?s).*\"notShown\": 50[0-9]\n}\n"));
    assertTrue(json.out().matches("(?s).*\"errors\": 150[0-9],.*"));
    for (String format : List.of("sarif", "github", "junit")) {
      String report = Cli.run(List.of("check", "--report", format, "-"), input).out();
      assertTrue(report.matches("(?s).*and 50[0-9] more findings, which are not shown.*"), format);
    }
  }

  /** A suggestion for each of a million keys took most of the time. */
  @Test
  void aMappingOfManyUnknownKeysGetsNoSuggestions() {
    assertTrue(unknownKeys(900).contains("did you mean \"storage\"?"));
    String many = unknownKeys(1100);
    assertTrue(many.contains("unknown key \"storage1\" in volumes[0]"), many);
    assertFalse(many.contains("did you mean"), many);
  }

  private static String unknownKeys(int count) {
    StringBuilder spec = new StringBuilder(NAMED + "volumes:\n  - name: a\n");
    for (int i = 0; i < count; i++) {
      spec.append("    storage").append(i).append(": 1\n");
    }
    return Cli.run(List.of("check", "-"), spec.toString()).out();
  }

  /** What is missing at the end of a file has its place where it began, with an excerpt. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "volumes: [",
        "volumes: [\n\n\n",
        "volumes: [a,\n",
        "volumes: [{a: b}, {c: d\n",
        "volumes: {a: ",
        "volumes: {a",
        "volumes: {a: b,\n\n",
        "volumes: 'a\n",
        "volumes: [a: {}\n",
        "volumes:\n  -\n\n",
        "volumes:\n  - name:",
        "volumes:\n  ? a\n",
        "volumes: &a",
        "volumes: !!map\n"
      })
  void noPlaceIsBeyondTheText(String end) {
    for (String command : List.of("check", "verify")) {
      String out = Cli.run(List.of(command, "-"), NAMED + end).out();
      String[] findings = out.split("(?m)^(?=<stdin>)");
      for (String finding : findings) {
        boolean whole = finding.startsWith("<stdin>: ") || finding.contains("not-a-manifest");
        assertTrue(whole || finding.matches("(?s).*\n  \\d+ \\| .*\\^.*"), end + "\n" + out);
      }
      assertFalse(out.isEmpty(), end);
    }
  }
}
