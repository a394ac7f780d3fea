package dev.fairlead.folder;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.fairlead.testing.External;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** git applies the diffs. */
class UnifiedDiffTest {
  @TempDir Path folder;

  @Test
  void gitTurnsBeforeIntoAfter() throws IOException {
    External.require("git");
    Random random = new Random(5);
    StringBuilder diffs = new StringBuilder();
    int cases = 300;
    String[] after = new String[cases];
    Files.createDirectories(folder.resolve("in ä folder"));
    for (int i = 0; i < cases; i++) {
      String before = text(random);
      after[i] = text(random);
      Change.Type type = Change.Type.UPDATE;
      if (before.equals(after[i])) {
        continue;
      }
      if (before.isEmpty()) {
        type = Change.Type.CREATE;
      } else {
        Files.writeString(file(i), before);
        type = after[i].isEmpty() ? Change.Type.REMOVE : type;
      }
      diffs.append(UnifiedDiff.of(new Change(type, "", "in ä folder/" + i, before, after[i])));
    }
    Files.writeString(folder.resolve("all.diff"), diffs);
    External.Result applied =
        External.run(folder, "git", "apply", "--whitespace=nowarn", "all.diff");
    assertEquals("", applied.err());
    assertEquals(0, applied.code());
    for (int i = 0; i < cases; i++) {
      if (after[i].isEmpty()) {
        assertFalse(Files.exists(file(i)));
      } else {
        assertEquals(after[i], Files.readString(file(i)), "file " + i);
      }
    }
  }

  private Path file(int i) {
    return folder.resolve("in ä folder/" + i);
  }

  /** Lines from a few words, so that many are equal. Some texts end without a line feed. */
  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(30); i > 0; i--) {
      text.append(new String[] {"a", "b", "c", "- x", "+ y", "d\r", "é"}[random.nextInt(7)]);
      text.append(i == 1 && random.nextInt(3) == 0 ? "" : "\n");
    }
    return text.toString();
  }

  @Test
  void removedLinesComeBeforeAddedLines() {
    Change change = new Change(Change.Type.UPDATE, "f", "d/f", "a\nb\nc\n", "a\nx\ny\nc\n");
    assertEquals(
        """
        --- a/d/f
        +++ b/d/f
        @@ -1,3 +1,4 @@
         a
        -b
        +x
        +y
         c
        """,
        UnifiedDiff.of(change));
  }

  @Test
  void aHundredThousandChangedLinesAreFast() throws IOException {
    External.require("git");
    String before = "head\n" + numbered("a") + "tail\n";
    String after = "head\n" + numbered("b") + "tail\n";
    Files.writeString(folder.resolve("f"), before);
    Change change = new Change(Change.Type.UPDATE, "f", "f", before, after);
    String diff = assertTimeout(Duration.ofSeconds(20), () -> UnifiedDiff.of(change));
    Files.writeString(folder.resolve("f.diff"), diff);
    assertEquals(0, External.run(folder, "git", "apply", "f.diff").code());
    assertEquals(after, Files.readString(folder.resolve("f")));
  }

  private static String numbered(String letter) {
    return IntStream.range(0, 100_000).mapToObj(i -> letter + i + "\n").collect(joining());
  }
}
