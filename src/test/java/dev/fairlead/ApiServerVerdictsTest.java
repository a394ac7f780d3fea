package dev.fairlead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Severity;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.pipeline.Verifier;
import dev.fairlead.testing.Verdicts;
import dev.fairlead.testing.Verdicts.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code verify} beside the verdicts of a real API server. */
class ApiServerVerdictsTest {
  /** The areas in which at most one in a hundred may be missed. */
  private static final Set<String> STORAGE = Set.of("pvspec", "podvol", "metadata", "template");

  /** Why an accepted manifest has an error: a row of the table in docs/verify.md. */
  private record Cause(String row, Code code, String message) {
    boolean explains(Diagnostic finding) {
      return finding.code() == code && Pattern.compile(message).matcher(finding.message()).find();
    }
  }

  private static final List<Cause> STRICTER =
      List.of(
          new Cause("no `apiVersion`", Code.NOT_A_MANIFEST, ""),
          new Cause("removed sources", Code.REMOVED_SOURCE, ""),
          new Cause("removed sources", Code.KUBERNETES_VERSION, "no node can mount it"),
          new Cause("fractions of a byte", Code.INVALID_QUANTITY, " is \"[^ ]*\";"),
          new Cause("spaces around a size", Code.INVALID_QUANTITY, " is \" [^ ]*\";"),
          new Cause("ReadWriteOncePod without CSI", Code.ACCESS_MODE_NOT_SUPPORTED, ""),
          new Cause(
              "a `volumeAttributesClassName` that can't work",
              Code.ATTRIBUTES_CLASS_WITHOUT_CSI,
              ""),
          new Cause(
              "a `volumeAttributesClassName` that can't work",
              Code.INVALID_NAME,
              "volumeAttributesClassName"),
          new Cause("the mode of a claim template", Code.VOLUME_MODE_MISMATCH, ""),
          new Cause("raw devices", Code.BLOCK_NOT_SUPPORTED, ""),
          new Cause("the `serviceName` of a StatefulSet", Code.INVALID_NAME, "serviceName"),
          new Cause("half a `claimRef`", Code.CLAIM_REF, ""),
          new Cause("names that nothing has", Code.INVALID_NAME, "\\.(claimName|volumeName) of"),
          new Cause(
              "terms for nodes that match none", Code.SELECTOR_OPERATOR, "^the operator [GL]t "),
          new Cause("terms for nodes that match none", Code.EMPTY_VALUE, "nodeSelectorTerms"),
          new Cause("terms for nodes that match none", Code.NULL_VALUE, "nodeSelectorTerms"),
          new Cause("terms for nodes that match none", Code.INVALID_FORMAT, "nodeSelectorTerms"),
          new Cause("relative paths", Code.INVALID_FORMAT, "(hostPath|local)\\.path of"),
          new Cause("relative paths", Code.MOUNT_PATH, "accepted are absolute paths"),
          new Cause("two mounts at one path", Code.MOUNT_PATH, "mounts two things"),
          new Cause("one claim twice", Code.CLAIM_TWICE_IN_POD, ""),
          new Cause("secrets", Code.MISSING_FIELD, "ecretRef of"),
          new Cause("secrets", Code.INVALID_NAME, "nodeStageSecretRef"),
          new Cause("dropped data sources", Code.DATA_SOURCE, ""),
          new Cause("dropped data sources", Code.MISSING_FIELD, "dataSource of"),
          new Cause("dropped data sources", Code.INVALID_FORMAT, "dataSource\\.apiGroup"),
          new Cause("an unknown `medium` of an emptyDir", Code.INVALID_FORMAT, "emptyDir\\.medium"),
          new Cause("no source, two sources", Code.VOLUME_SOURCE, ""));

  @Test
  void whatTheApiServerRejectsHasAnError() throws IOException {
    Map<String, List<String>> missed = new TreeMap<>();
    Map<String, Integer> rejected = new TreeMap<>();
    for (Verdict verdict : Verdicts.all()) {
      if (!verdict.accepted()) {
        rejected.merge(verdict.area(), 1, Integer::sum);
        if (errors(verdict).isEmpty()) {
          missed
              .computeIfAbsent(verdict.area(), area -> new ArrayList<>())
              .add(verdict.tag() + ": " + verdict.said());
        }
      }
    }
    assertTrue(rejected.keySet().containsAll(STORAGE), rejected.toString());
    for (String area : STORAGE) {
      List<String> silent = missed.getOrDefault(area, List.of());
      assertTrue(silent.size() * 100 <= rejected.get(area), area + " " + silent);
    }
    assertEquals(List.of(), missed.getOrDefault("pvspec", List.of()));
  }

  @Test
  void whatItAcceptsHasNoErrorWithoutAReason() throws IOException {
    List<String> refused = new ArrayList<>();
    Set<Cause> unused = new LinkedHashSet<>(STRICTER);
    int accepted = 0;
    for (Verdict verdict : Verdicts.all()) {
      if (verdict.accepted()) {
        accepted++;
        for (Diagnostic error : errors(verdict)) {
          List<Cause> causes = STRICTER.stream().filter(cause -> cause.explains(error)).toList();
          causes.forEach(unused::remove);
          if (causes.isEmpty()) {
            refused.add(error.code().slug() + " " + error.message() + " " + verdict.manifest());
          }
        }
      }
    }
    assertTrue(accepted > 700, accepted + " accepted");
    assertEquals(List.of(), refused);
    assertEquals(Set.of(), unused, "no longer an error");
  }

  @Test
  void everyCauseIsDocumented() throws IOException {
    String page = Files.readString(Path.of("docs/verify.md"));
    String table = page.substring(page.indexOf("## Stricter on purpose"));
    Set<String> missing = new TreeSet<>();
    Set<String> rows = new TreeSet<>();
    for (Cause cause : STRICTER) {
      rows.add(cause.row());
      boolean found =
          table
              .lines()
              .anyMatch(
                  line ->
                      line.startsWith("| " + cause.row() + " |")
                          && line.contains("`" + cause.code().slug() + "`"));
      if (!found) {
        missing.add(cause.row() + " " + cause.code().slug());
      }
    }
    assertEquals(Set.of(), missing);
    long documented = table.lines().filter(line -> line.startsWith("| ")).count() - 1;
    assertEquals(rows.size(), documented, "rows of the table");
  }

  private static List<Diagnostic> errors(Verdict verdict) {
    Diagnostics diagnostics = new Diagnostics();
    byte[] bytes = verdict.manifest().getBytes(StandardCharsets.UTF_8);
    new Verifier().verify(List.of(new SpecInput("manifest.yaml", bytes)), diagnostics);
    return diagnostics.sorted().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .toList();
  }
}
