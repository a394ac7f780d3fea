package dev.fairlead.binder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.live.Dump;
import dev.fairlead.pipeline.DumpInput;
import dev.fairlead.pipeline.SpecInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@link Fit} beside what the volume binder of Kubernetes 1.32 made of pairs at random. */
class FitTest {
  private static final Path VERDICTS = Path.of("testdata/binder/verdicts.jsonl.gz");

  @Test
  void agreesWithTheBinder() throws IOException {
    JsonMapper mapper = JsonMapper.builder().build();
    List<String> wrong = new ArrayList<>();
    int rows = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(VERDICTS)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode row = mapper.readTree(line);
        // The API server gives every claim a uid, and the pairs with one have that of another.
        ((ObjectNode) row.at("/pc/metadata")).put("uid", "of-this-claim");
        Dump dump = dump(row.get("pv") + "\n---\n" + row.get("pc") + "\n");
        Fit fit = new Binder(dump).compare(dump.claims().get(0), dump.volumes().get(0));
        if (fit.binds() != row.get("bound").booleanValue()) {
          wrong.add(fit.relation() + " " + fit.words() + " " + line);
        }
        rows++;
      }
    }
    assertEquals(List.of(), wrong);
    assertEquals(267, rows);
  }

  private static Dump dump(String text) {
    Diagnostics diagnostics = new Diagnostics();
    SpecInput input = new SpecInput("dump.yaml", text.getBytes(StandardCharsets.UTF_8));
    Dump dump = new DumpInput(Set.of(), diagnostics).read(List.of(input));
    assertEquals(List.of(), diagnostics.sorted());
    return dump;
  }
}
