package dev.fairlead.lsp;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.pipeline.SpecInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.Test;

/** Half-typed and broken texts: every request is answered, and every place is in the text. */
class TypingTest {
  private static final int TEXTS = 400;
  private static final List<String> PARTS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ":",
          ": ",
          "- ",
          "\n",
          "\r\n",
          "\"",
          "'",
          "|",
          "&a ",
          "*a",
          "#",
          "\t",
          "---\n",
          "ä",
          "\uD83D\uDE00",
          "name: data\n",
          "  ",
          "reserve: true\n");

  private final Analyzer analyzer = new Analyzer();
  private final Completions completions = new Completions();
  private final Hovers hovers = new Hovers();
  private final QuickFixes quickFixes = new QuickFixes();
  private final Workspace workspace = new Workspace();

  @Test
  void everyRequestIsAnswered() throws IOException {
    List<Path> specs;
    try (Stream<Path> files = Files.walk(Path.of("testdata"))) {
      specs =
          files
              .filter(path -> path.toString().endsWith(".fairlead.yaml"))
              .filter(path -> path.toFile().length() < 4_000)
              .sorted()
              .toList();
    }
    Random random = new Random(18);
    for (int i = 0; i < TEXTS; i++) {
      Path spec = specs.get(random.nextInt(specs.size()));
      String text = new String(Files.readAllBytes(spec), StandardCharsets.UTF_8);
      for (int slip = random.nextInt(4); slip >= 0; slip--) {
        text = edited(text, random);
      }
      String now = text;
      try {
        askAll(text, random);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError(spec + ":\n" + now, e);
      }
    }
  }

  private static String edited(String text, Random random) {
    int start = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), start + random.nextInt(8));
    String part = random.nextBoolean() ? PARTS.get(random.nextInt(PARTS.size())) : "";
    return text.substring(0, start) + part + text.substring(end);
  }

  private void askAll(String text, Random random) {
    SpecInput input = new SpecInput("a.fairlead.yaml", text.getBytes(StandardCharsets.UTF_8));
    Analysis analysis = analyzer.analyze(List.of(input));
    SourceFile file = analysis.files().get("a.fairlead.yaml");
    Published.of(analysis.findings("a.fairlead.yaml"), workspace)
        .forEach(finding -> inside(finding.getRange(), file));
    for (int i = 0; i < 4; i++) {
      int offset = random.nextInt(file.text().length() + 1);
      Position position = Places.position(file, offset);
      completions
          .at(analysis, file, position)
          .forEach(item -> inside(item.getTextEdit().getLeft().getRange(), file));
      hovers.at(analysis, file.name(), offset);
      References references = new References(analysis, workspace);
      references.definitions(file.name(), offset);
      references.all(file.name(), offset, true);
    }
    InlayHints.of(analysis, file.name());
    Outline.of(analysis.documents().get(file.name()));
    ExplainedCodes.links(analysis.documents().get(file.name()));
    quickFixes.in(analysis, file, "file:///a", Places.whole(file), Optional.empty());
  }

  private static void inside(Range range, SourceFile file) {
    assertTrue(isInside(range.getStart(), file) && isInside(range.getEnd(), file), range::toString);
  }

  private static boolean isInside(Position position, SourceFile file) {
    int line = position.getLine() + 1;
    // A line end is no part of its line, but a place may be behind it.
    return position.getCharacter() <= file.lineLength(line) + 2
        && file.startOf(line) + position.getCharacter() <= file.text().length();
  }
}
