package dev.fairlead;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.document.Document;
import dev.fairlead.document.LongLists;
import dev.fairlead.document.Node;
import dev.fairlead.source.SpecReader;
import dev.fairlead.testing.SameTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The tail of a long list is read by another thread, which must not be seen in anything. */
@Timeout(120)
class ListTailTest {
  /** Items in which a line may begin with a dash that is none of the list. */
  private static final List<String> ITEMS =
      List.of(
          "- name: a\n  size: 1\n",
          "- name: a\n",
          "- b: {c: [1, 2.5, true, ~]}\n",
          "- {x: 1,\n   y: 2}\n",
          "- text: \"one\n- name: no item\n  three\"\n",
          "- text: 'one\n- x: no item\n  three'\n",
          "- text: |\n    - one\n    - two\n\n",
          "- text: |+\n    one\n\n\n",
          "- >-\n  folded\n  - text\n",
          "- plain\n  text\n",
          "- - nested\n  - list\n",
          "- list:\n  - one\n  - two\n",
          "- list:\n    - 文 😀\n",
          "-\n  name: below\n",
          "- # comment\n  name: below\n",
          "# - comment\n",
          "\n",
          "  # - indented\n",
          "- \n",
          "- ''\n",
          "- ? key\n  : value\n",
          "- !!str 12\n",
          "- *early\n",
          "- <<: *base\n  more: 1\n");

  /** Items that are of no use to the tail, or wrong. */
  private static final List<String> ODD =
      List.of(
          "- &late {a: 1}\n",
          "- &early other\n",
          "- *late\n",
          "- *nobody\n",
          "- a: 1\n  a: 2\n",
          "- on\n",
          "- 0x10\n",
          "- text: \"\u0085\"\n",
          "- text: {{ x }}\n",
          "- \"open\n",
          "- [open\n",
          " - odd: indentation\n",
          "- a: b: c\n",
          "-\ttab\n",
          "- !!foo x\n",
          "- |\n odd\n");

  /** What may stand behind the list. */
  private static final List<String> ENDS =
      List.of(
          "",
          "...\n",
          "last: {a: 1}\n",
          "last:\n- a: 1\n- b: \"\n- c\"\n- *early\n- e\n",
          "last: *early\n",
          "list:\n- again\n",
          "---\nlist:\n- one\n- two\n- three\n- four\n",
          "--- &a\nlist: [*a]\n",
          "last: *nobody\n",
          "last: [open\n",
          "last: 'open\n",
          "last: a: b\n",
          "%TAG !t! tag:yaml.org,2002:\n---\nlast: !t!str 1\n",
          "last: !t!str 1\n",
          " last: 1\n");

  private static final List<String> STARTS =
      List.of(
          "early: &early 文\nbase: &base {a: 1}\nlist:\n",
          "early: &early x\nbase: &base {a: 1}\nlist: &list\n",
          "early: &early 1\nbase: &base {a: 1}\n? list\n:\n",
          "%TAG !t! tag:yaml.org,2002:\n---\nearly: &early 1\nbase: &base {a: 1}\nlist:\n",
          "--- # comment\nearly: &early 1\nbase: &base {a: 1}\n\"list\":\n",
          "early: &early 1\nbase: &base {a: 1}\nlist: # comment\n\n");

  private final Random random = new Random(27);

  private String any(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private String text(int odd) {
    StringBuilder list = new StringBuilder();
    int items = 2 + random.nextInt(12);
    int oddOne = random.nextInt(100) < odd ? random.nextInt(items) : -1;
    for (int i = 0; i < items; i++) {
      list.append(any(i == oddOne ? ODD : ITEMS));
    }
    String indent = " ".repeat(random.nextInt(4) == 0 ? 2 : 0);
    String lines = list.toString().replaceAll("(?m)^(?=.)", indent);
    String text = any(STARTS) + lines + any(random.nextBoolean() ? ENDS.subList(0, 5) : ENDS);
    if (random.nextInt(6) == 0 && !text.matches("(?s).*(---|\\.\\.\\.|%).*")) {
      text = text.replaceAll("(?m)^(?=.)", "  ");
    }
    return switch (random.nextInt(10)) {
      case 0 -> text.replace("\n", "\r\n");
      case 1 -> text.replace("\n", "\r");
      case 2, 3 -> withSeveralLineEnds(text);
      default -> text;
    };
  }

  private String withSeveralLineEnds(String text) {
    StringBuilder mixed = new StringBuilder();
    for (char c : text.toCharArray()) {
      mixed.append(c == '\n' ? any(List.of("\n", "\n", "\n", "\r\n", "\r")) : String.valueOf(c));
    }
    return mixed.toString();
  }

  private static List<Document> read(String text, LongLists lists, Diagnostics diagnostics) {
    return new SpecReader(diagnostics, lists).read("spec", text.getBytes(UTF_8));
  }

  private static List<String> shown(Diagnostics diagnostics) {
    List<String> shown = new ArrayList<>();
    for (Diagnostic finding : diagnostics.sorted()) {
      shown.add(finding.span() + ": " + finding.code() + ": " + finding.message());
    }
    return shown;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 50})
  void everythingIsTheSame(int odd) {
    Counts counts = new Counts();
    for (int i = 0; i < 4000; i++) {
      check(text(odd), counts);
    }
    assertTrue(counts.others().get() > 1000, "hardly any tail was read: " + counts);
  }

  private static void check(String text, LongLists.Judge judge) {
    Diagnostics usual = new Diagnostics();
    List<Document> expected = read(text, new LongLists(Long.MAX_VALUE), usual);
    Diagnostics found = new Diagnostics();
    List<Document> documents = read(text, new LongLists(0, judge), found);
    assertEquals(shown(usual), shown(found), text);
    assertEquals(expected.size(), documents.size(), text);
    for (int i = 0; i < documents.size(); i++) {
      SameTree.check(expected.get(i).root(), documents.get(i).root());
    }
  }

  @Test
  void dashesInTextsBetweenBracketsBeginNothing() {
    check("list: [" + "\"one\n      - two\", three, ".repeat(40) + "]\n", new Counts());
  }

  /** So many copies are fine, and one more is not, wherever it stands. */
  @ParameterizedTest
  @ValueSource(ints = {500, 1000, 1500, 1700, 1800, 1900, 2000, 2100, 2500})
  void whatAliasesMultiplyIsCountedTogether(int aliases) {
    String base = "base: &base [" + "x, ".repeat(60) + "]\n";
    String list = "list:\n" + "- *base\n- x\n".repeat(aliases);
    for (int more : List.of(0, 100, 200, 300, 400, 1000, 2000)) {
      check(base + list + "last: [" + "*base, ".repeat(more) + "]\n", new Counts());
    }
  }

  /** Accepts everything; counts what the reader and other threads have shown it, and those. */
  private record Counts(AtomicInteger mine, AtomicInteger others, AtomicInteger threads)
      implements LongLists.Judge {
    Counts() {
      this(new AtomicInteger(), new AtomicInteger(), new AtomicInteger());
    }

    @Override
    public Optional<JsonNode> rule(String key) {
      return Optional.of(new Node.Mapping(Map.of(), null));
    }

    @Override
    public boolean accepts(JsonNode rule, JsonNode item) {
      mine.incrementAndGet();
      return true;
    }

    @Override
    public LongLists.Judge forThread() {
      threads.incrementAndGet();
      return new Counts(others, others, threads);
    }
  }

  private static Counts judged(String text, int items) {
    Counts counts = new Counts();
    List<Document> documents = read(text, new LongLists(0, counts), new Diagnostics());
    assertEquals(items, documents.get(0).root().get("list").size());
    return counts;
  }

  @Test
  void halfOfALongListIsReadByAnotherThread() {
    String text = "base: &base {a: 1}\nlist:\n" + "- {<<: *base, name: x}\n".repeat(20_000);
    Counts counts = judged(text, 20_000);
    assertEquals(20_000, counts.mine().get() + counts.others().get());
    assertTrue(counts.others().get() >= 9_000, counts.toString());
  }

  @Test
  void fewTailsAreTriedInOneText() {
    Counts counts = new Counts();
    read(
        "---\n\"list\":\n- 文\n- b\n- c\n".repeat(5000),
        new LongLists(0, counts),
        new Diagnostics());
    assertTrue(counts.threads().get() <= 64, counts.toString());
    String texts = "\"key\":\n" + "- a\n".repeat(1000);
    read(texts.repeat(20), new LongLists(0, counts), new Diagnostics());
    assertTrue(counts.threads().get() > 0 && counts.threads().get() <= 64, counts.toString());
  }

  @Test
  void whatFollowsALongListIsReadOn() {
    String half = "list:\n" + "- name: 😀\n".repeat(10_000);
    String text = half + half.replace("list", "other") + "last: {a: 1}\n";
    Counts counts = new Counts();
    JsonNode root = read(text, new LongLists(0, counts), new Diagnostics()).get(0).root();
    assertEquals(10_000, root.get("list").size());
    assertEquals(10_000, root.get("other").size());
    assertEquals(20_003, Node.placeOf(root.get("last")).line());
    assertEquals(20_000, counts.mine().get() + counts.others().get());
    assertTrue(counts.others().get() >= 9_000, counts.toString());
  }

  @Test
  void anAnchorBehindTheTailsBeginningIsLeftToTheReader() {
    String text = "list:\n" + "- name: x\n".repeat(20_000) + "- &late y\n- *late\n";
    Counts counts = judged(text, 20_002);
    assertEquals(20_002, counts.mine().get());
  }
}
