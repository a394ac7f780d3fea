package dev.fairlead.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MappingTest {
  private static final SourceFile FILE = new SourceFile("file", "a: 1\nb: two\nc: true\nd:\n");
  private static final Span NOWHERE = FILE.whole();

  private static Scalar text(String text) {
    return Scalar.string(text, NOWHERE);
  }

  /** A small mapping searches its keys one by one, a large one by hash. */
  @Test
  void everySizeFindsItsKeys() {
    for (int size = 0; size < 40; size++) {
      MappingBuilder builder = new MappingBuilder();
      List<String> keys = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        String key = "key-" + (i * 7 % 41);
        keys.add(key);
        builder.put(key, text("old")).put(key, text(key));
      }
      Mapping mapping = builder.build(NOWHERE);
      assertEquals(keys, mapping.keys());
      assertEquals(size, mapping.size());
      for (String key : keys) {
        assertTrue(builder.has(key) && mapping.has(key));
        assertEquals(Optional.of(key), mapping.text(key));
      }
      assertNull(mapping.find("none"));
      assertFalse(mapping.has("none") || builder.has("none"));
    }
  }

  /** These two have the same hash. */
  @Test
  void keysOfOneHashAreToldApart() {
    Mapping mapping = new MappingBuilder().put("Aa", text("1")).put("b", text("2")).build(NOWHERE);
    assertFalse(mapping.has("BB"));
    assertEquals(Optional.of("3"), mapping.with("BB", text("3")).text("BB"));
  }

  @Test
  void aChangedCopyLeavesTheMappingAlone() {
    Mapping one = Mapping.of("a", text("1"), NOWHERE);
    Mapping two = one.with("b", text("2"));
    Mapping other = two.with("a", text("3"));
    assertEquals(List.of("a"), one.keys());
    assertEquals(List.of("a", "b"), two.keys());
    assertEquals(Optional.of("1"), two.text("a"));
    assertEquals(List.of("a", "b"), other.keys());
    assertEquals(Optional.of("3"), other.text("a"));
    assertSame(two, two.withDefault("a", text("4")));
    assertSame(two, two.withAll(Mapping.empty(NOWHERE)));
    assertEquals(Optional.of("3"), two.withAll(other).text("a"));
  }

  @Test
  void keysKeepTheirPositionsInTheirFile() {
    Mapping read =
        new MappingBuilder()
            .put("a", 0, 1, new Scalar(Scalar.Kind.INTEGER, "1", FILE, 3, 4))
            .put("b", 5, 6, new Scalar(Scalar.Kind.STRING, "two", FILE, 8, 11))
            .build(FILE, 0, 23);
    assertEquals("b", read.keySpan("b").orElseThrow().text());
    Mapping changed = read.with("x", text("new")).with("a", text("5"));
    assertEquals(5, changed.keySpan("b").orElseThrow().start());
    assertEquals(NOWHERE, changed.keySpan("x").orElseThrow());
    assertEquals(NOWHERE, changed.keySpan("a").orElseThrow());
    assertEquals(0, read.keySpan("a").orElseThrow().start());
    assertEquals(Optional.empty(), read.keySpan("x"));
    Mapping both = Mapping.of("z", text("z"), FILE.start()).withAll(read);
    assertEquals(5, both.keySpan("b").orElseThrow().start());
    SourceFile elsewhere = new SourceFile("elsewhere", "");
    Mapping far = Mapping.empty(elsewhere.whole()).withAll(read);
    assertEquals("two", far.keySpan("b").orElseThrow().text());
  }

  @Test
  void nullCountsAsAbsent() {
    Scalar nothing = new Scalar(Scalar.Kind.NULL, "", FILE, 22, 22);
    Mapping mapping =
        new MappingBuilder().put("d", 20, 21, nothing).put("s", text("")).build(FILE.start());
    assertTrue(mapping.has("d"));
    assertEquals(Optional.empty(), mapping.get("d"));
    assertEquals(Optional.empty(), mapping.text("d"));
    assertEquals(FILE.start(), mapping.spanOf("d"));
    assertEquals(Optional.of(""), mapping.text("s"));
  }

  @Test
  void mappingsAreEqualInAnyOrder() {
    Mapping one = new MappingBuilder().put("a", text("1")).put("b", text("2")).build(NOWHERE);
    Mapping other = new MappingBuilder().put("b", text("2")).put("a", text("1")).build(NOWHERE);
    assertTrue(one.isSame(other));
    assertFalse(one.isSame(other.with("c", text("3"))));
    assertFalse(one.isSame(other.with("a", text("3"))));
    Scalar number = new Scalar(Scalar.Kind.INTEGER, "1", FILE, 3, 4);
    assertFalse(text("1").isSame(number));
    assertTrue(number.isSame(Scalar.integer(1, NOWHERE)));
    Sequence list = Sequence.ofStrings(List.of("a", "b"), NOWHERE);
    assertTrue(list.isSame(Sequence.of(List.of(text("a"), text("b")), FILE.start())));
    assertFalse(list.isSame(Sequence.ofStrings(List.of("b", "a"), NOWHERE)));
    assertFalse(list.isSame(Sequence.ofStrings(List.of("a", "b", "c"), NOWHERE)));
    assertFalse(list.isSame(one));
  }
}
