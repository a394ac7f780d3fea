package dev.fairlead;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Severity;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.pipeline.Verifier;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code verify} beside what the volume binder of Kubernetes 1.32 made of pairs at random. */
class BinderVerdictsTest {
  private static final Path VERDICTS = Path.of("testdata/binder/verdicts.jsonl.gz");

  /**
   * Errors about pairs that bind. They name each other or say that they are bound, so Kubernetes
   * compares nothing, and then the claim promises what the disk can't do, or the pod never starts.
   */
  private static final Set<Code> STRICTER = EnumSet.of(Code.CLAIM_TOO_LARGE, Code.PAIR_MISMATCH);

  private record Verdict(boolean bound, boolean named, String pair) {}

  @Test
  void pairsThatDontBindAreNotSilent() throws IOException {
    List<String> silent = new ArrayList<>();
    int unbound = 0;
    for (Verdict verdict : verdicts()) {
      if (!verdict.bound()) {
        unbound++;
        if (verify(verdict).isEmpty()) {
          silent.add(verdict.pair());
        }
      }
    }
    assertEquals(64, unbound);
    assertEquals(List.of(), silent);
  }

  @Test
  void pairsThatBindHaveNoErrors() throws IOException {
    List<String> refused = new ArrayList<>();
    Set<Code> stricter = new TreeSet<>();
    for (Verdict verdict : verdicts()) {
      for (Diagnostic finding : verdict.bound() ? verify(verdict) : List.<Diagnostic>of()) {
        if (finding.severity() == Severity.ERROR) {
          if (verdict.named() && STRICTER.contains(finding.code())) {
            stricter.add(finding.code());
          } else {
            refused.add(finding.code().slug() + " " + verdict.pair());
          }
        }
      }
    }
    assertEquals(List.of(), refused);
    assertEquals(STRICTER, stricter);
  }

  private static List<Diagnostic> verify(Verdict verdict) {
    Diagnostics diagnostics = new Diagnostics();
    byte[] bytes = verdict.pair().getBytes(StandardCharsets.UTF_8);
    new Verifier().verify(List.of(new SpecInput("pair.yaml", bytes)), diagnostics);
    return diagnostics.sorted();
  }

  private static List<Verdict> verdicts() throws IOException {
    JsonMapper mapper = JsonMapper.builder().build();
    List<Verdict> verdicts = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(VERDICTS)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode row = mapper.readTree(line);
        JsonNode claim = row.get("pc");
        verdicts.add(
            new Verdict(
                row.get("bound").booleanValue(),
                claim.get("spec").has("volumeName")
                    && (row.get("pv").get("spec").has("claimRef") || saysBound(claim)),
                row.get("pv") + "\n---\n" + claim + "\n"));
      }
    }
    return verdicts;
  }

  private static boolean saysBound(JsonNode claim) {
    return claim.at("/metadata/annotations").has("pv.kubernetes.io/bind-completed");
  }
}
