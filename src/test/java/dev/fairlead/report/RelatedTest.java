package dev.fairlead.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Proposal;
import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.diagnostic.Span;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A finding with several places, in every format. */
class RelatedTest {
  private static final SourceFile FILE =
      new SourceFile(
          "a.yaml",
          "one: 1\n"
              + "two: 2\n"
              + "three: 3\n"
              + "four: 4\n"
              + "five: 5\n"
              + "six: 6\n"
              + "seven: 7\n"
              + "漢字: 8\tnine: 9\n"
              + "ten: 10\n");
  private static final SourceFile OTHER = new SourceFile("b.yaml", "eins: 1\nzwei: 2\n");

  private static Span word(SourceFile file, String word) {
    int start = file.text().indexOf(word);
    return new Span(file, start, start + word.length());
  }

  private static Diagnostic at(String word) {
    return Diagnostic.of(Code.DUPLICATE_NAME, word(FILE, word), "twice");
  }

  private static String print(ReportFormat format, int width, Diagnostic finding) {
    StringWriter out = new StringWriter();
    try {
      format.reporter(false, width, "1").print(Report.of(List.of("a.yaml"), List.of(finding)), out);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toString();
  }

  private static String text(Diagnostic finding) {
    return print(ReportFormat.TEXT, 0, finding);
  }

  @Test
  void linesAreInTheOrderOfTheFile() {
    assertEquals(
        """
        a.yaml:4:1: error: twice [duplicate-name]
          1 | one: 1
            | --- first
          2 | two: 2
          3 | three: 3
            |        - near
          4 | four: 4
            | ^~~~ here
            ...
          7 | seven: 7
            | ----- last
        """,
        text(
            at("four")
                .withLabel("here")
                .withRelated(word(FILE, "seven"), "last")
                .withRelated(word(FILE, "one"), "first")
                .withRelated(word(FILE, "3"), "near")));
  }

  @Test
  void aLineIsShownOnceAndWideCharactersCount() {
    assertEquals(
        """
        a.yaml:8:7: error: twice [duplicate-name]
          8 | 漢字: 8\tnine: 9
            | ---- wide
            |        \t^~~~
          9 | ten: 10
            | --- and the next
        """,
        text(
            at("nine")
                .withRelated(word(FILE, "漢字"), "wide")
                .withRelated(word(FILE, "ten"), "and the next")));
  }

  @Test
  void otherFilesHaveTheirNameAboveTheirLines() {
    assertEquals(
        """
        a.yaml:2:1: error: twice [duplicate-name]
          2 | two: 2
            | ^~~
          b.yaml:1:1:
          1 | eins: 1
            | ---- the first
          2 | zwei: 2
            | ---- the second
        """,
        text(
            at("two")
                .withRelated(word(OTHER, "eins"), "the first")
                .withRelated(word(OTHER, "zwei"), "the second")));
  }

  @Test
  void aPlaceWithoutALineIsNamed() {
    SourceFile part = new SourceFile("list", "a: 1\n", span -> "Pod \"web\" spec.a");
    assertEquals(
        """
        a.yaml:2:1: error: twice [duplicate-name]
          2 | two: 2
            | ^~~
          b.yaml: the file
          Pod "web" spec.a: the field
        """,
        text(
            at("two")
                .withRelated(OTHER.whole(), "the file")
                .withRelated(word(part, "a"), "the field")));
  }

  @Test
  void theOwnPlaceIsNotRelatedToItself() {
    assertEquals(List.of(), at("two").withRelated(word(FILE, "two"), "me").related());
  }

  @Test
  void aProposalIsShownAsADiff() {
    Proposal proposal = new Proposal(word(FILE, "four"), "for");
    String text = text(at("four").withProposal(Optional.of(proposal)).withHint("write for"));
    assertEquals(
        """
        a.yaml:4:1: error: twice [duplicate-name]
          4 | four: 4
            | ^~~~
          hint: write for
          fix:
          4 - four: 4
          4 + for: 4
        """,
        text);
  }

  @Test
  void aDiffOfALongLineIsLeftOut() {
    SourceFile wide = new SourceFile("w.yaml", "a: " + "x".repeat(200) + "\n");
    Span span = new Span(wide, 0, 1);
    Diagnostic finding =
        Diagnostic.of(Code.UNKNOWN_KEY, span, "no")
            .withProposal(Optional.of(new Proposal(span, "b")));
    assertFalse(text(finding).contains("fix:"));
  }

  @Test
  void linesBreakAtTheWidthOfATerminalOnly() {
    Diagnostic finding =
        Diagnostic.of(Code.DUPLICATE_NAME, word(FILE, "two"), "some words ".repeat(6).strip())
            .withHint("other words ".repeat(5).strip());
    assertEquals(
        """
        a.yaml:2:1: error: some words some words
            some words some words some words some
            words [duplicate-name]
          2 | two: 2
            | ^~~
          hint: other words other words other
                words other words other words
        """,
        print(ReportFormat.TEXT, 41, finding));
    assertEquals(4, text(finding).lines().count());
  }

  @Test
  void programsGetThePlaces() {
    Diagnostic finding = at("two").withLabel("here").withRelated(word(OTHER, "zwei"), "there");
    JsonNode json = JsonMapper.shared().readTree(print(ReportFormat.JSON, 0, finding));
    JsonNode found = json.at("/findings/0");
    assertEquals("here", found.get("label").stringValue());
    assertEquals(
        "{\"file\":\"b.yaml\",\"line\":2,\"column\":1,\"endLine\":2,\"endColumn\":5,\"label\":\"there\"}",
        found.at("/related/0").toString());
    JsonNode sarif = JsonMapper.shared().readTree(print(ReportFormat.SARIF, 0, finding));
    JsonNode result = sarif.at("/runs/0/results/0");
    assertEquals("here", result.at("/locations/0/message/text").stringValue());
    JsonNode related = result.at("/relatedLocations/0");
    assertEquals("there", related.at("/message/text").stringValue());
    assertEquals(2, related.at("/physicalLocation/region/startLine").intValue());
    assertEquals("b.yaml", related.at("/physicalLocation/artifactLocation/uri").stringValue());
    assertTrue(
        print(ReportFormat.GITHUB, 0, finding)
            .endsWith("twice [duplicate-name]%0Ab.yaml:2:1: there\n"));
    assertTrue(
        print(ReportFormat.JUNIT, 0, finding)
            .contains("  2 | zwei: 2\n    | ---- there\n</failure>"));
  }

  @Test
  void withoutOtherPlacesThereIsNoList() {
    assertFalse(print(ReportFormat.JSON, 0, at("two")).contains("related"));
    assertFalse(print(ReportFormat.SARIF, 0, at("two")).contains("relatedLocations"));
  }
}
