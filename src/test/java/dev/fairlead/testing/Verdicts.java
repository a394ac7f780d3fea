package dev.fairlead.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Manifests, and what kube-apiserver 1.32 said to each with strict field validation. */
public final class Verdicts {
  private static final Path FILE = Path.of("testdata/api-server/verdicts.jsonl.gz");

  private Verdicts() {}

  /**
   * One manifest.
   *
   * @param area the part of it that is wrong; empty if it was accepted
   * @param tag how it was made
   */
  public record Verdict(boolean accepted, String area, String tag, String said, String manifest) {
    /** The kind of the manifest. */
    public String kind() {
      return JsonMapper.shared().readTree(manifest).path("kind").stringValue("");
    }
  }

  /** All of them. */
  public static List<Verdict> all() throws IOException {
    List<Verdict> verdicts = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode row = JsonMapper.shared().readTree(line);
        verdicts.add(
            new Verdict(
                row.get("ok").booleanValue(),
                row.get("area").stringValue(),
                row.get("tag").stringValue(),
                row.get("msg").stringValue(),
                row.get("obj").toString()));
      }
    }
    return verdicts;
  }
}
