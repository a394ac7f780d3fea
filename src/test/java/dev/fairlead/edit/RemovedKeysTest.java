package dev.fairlead.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.source.SpecReader;
import dev.fairlead.tree.Mapping;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys go with their lines, also those without a value. */
class RemovedKeysTest {
  @ParameterizedTest
  @CsvSource({
    "'a: 1\nx:\nb: 2\n', 'a: 1\nb: 2\n'",
    "'a: 1\nx:\n', 'a: 1\n'",
    "'a: 1\nx:', 'a: 1\n'",
    "'a: &v 1\nx: *v\nb: 2\n', 'a: &v 1\nb: 2\n'",
    "'a: 1\nx: # none\nb: 2\n', 'a: 1\nb: 2\n'",
    "'a: 1\nx:\n  c: 3\n  d: 4\nb: 2\n', 'a: 1\nb: 2\n'",
    "'{a: 1, x: , b: 2}', '{a: 1, b: 2}'",
    "'{a: 1, x: {c: 3}}', '{a: 1}'",
    "'{x: 1, b: 2}', '{b: 2}'"
  })
  void theRestStays(String text, String expected) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Diagnostics diagnostics = new Diagnostics();
    Mapping mapping =
        (Mapping) SpecReader.ofManifests(diagnostics).read("a.yaml", bytes).get(0).root();
    List<TextEdit> edits = RemovedKeys.edits(mapping, List.of("x"));
    assertEquals(expected, TextEdit.apply(text, edits));
  }
}
