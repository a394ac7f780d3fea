package dev.fairlead.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Sequence;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A key is read once for many mappings, but one with an anchor is one of its own. */
class AnchoredKeyTest {
  @Test
  void anAnchorOnAKeyThatOccurredBeforeIsKnown() {
    byte[] text = "- {name: a}\n- {&k name: b, c: *k}\n".getBytes(StandardCharsets.UTF_8);
    Diagnostics diagnostics = new Diagnostics();
    List<Document> documents = SpecReader.ofManifests(diagnostics).read("a.yaml", text);
    assertEquals(List.of(), diagnostics.sorted());
    Sequence list = (Sequence) documents.get(0).root();
    assertEquals("name", ((Mapping) list.items().get(1)).stringOr("c", ""));
  }
}
