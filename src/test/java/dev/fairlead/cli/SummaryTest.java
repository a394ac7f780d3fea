package dev.fairlead.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.testing.Cli;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The line that sums up, on a terminal or with {@code --summary}. */
class SummaryTest {
  private static final String FINE = "testdata/docs/shop.fairlead.yaml";
  private static final String OTHER = "testdata/render/name-ranges";
  private static final String WRONG = "testdata/console/mistakes.fairlead.yaml";
  private static final String MANIFESTS = "testdata/verify/pairs-that-disagree/manifests.yaml";
  private static final String SUMMARY =
      "fairlead: 4 errors in 1 file; fairlead fix can fix 1;"
          + " fairlead explain invalid-quantity says more\n";

  private static Cli.Result terminal(Map<String, String> environment, String... args) {
    return Cli.run(List.of(args), new byte[0], environment, true);
  }

  @Test
  void itIsOnStandardErrorIfAsked() {
    assertEquals("", Cli.run("check", WRONG).err());
    assertEquals(SUMMARY, Cli.run("check", "--summary", WRONG).err());
    assertEquals(Cli.run("check", WRONG).out(), Cli.run("check", "--summary", WRONG).out());
    assertEquals(SUMMARY, Cli.run("check", "--summary", "--report", "json", WRONG).err());
  }

  @Test
  void itCountsFilesWithFindings() {
    assertEquals(
        "fairlead: 4 errors in 1 of 2 files; fairlead fix can fix 1;"
            + " fairlead explain invalid-quantity says more\n",
        Cli.run("check", "--summary", OTHER, WRONG).err());
    assertEquals(
        "fairlead: 1 file, no errors or warnings\n", Cli.run("check", "--summary", FINE).err());
  }

  @Test
  void commandsWithOtherOutputAreSilentAboutNothing() {
    assertEquals("", terminal(Map.of(), "render", FINE).err());
    assertEquals(
        "fairlead: 1 file, no errors or warnings\n", Cli.run("render", "--summary", FINE).err());
    assertTrue(terminal(Map.of("COLUMNS", "9999"), "render", WRONG).err().endsWith(SUMMARY));
    assertTrue(terminal(Map.of(), "check", FINE).err().endsWith("no errors or warnings\n"));
  }

  @Test
  void manifestsAreNotFixed() {
    String line = Cli.run("verify", "--summary", MANIFESTS).err();
    assertTrue(
        line.matches("fairlead: .* errors.* in 1 file; fairlead explain \\S+ says more\n"), line);
  }

  @Test
  void otherReportsHaveNoneOnATerminal() {
    assertEquals("", terminal(Map.of(), "check", "--report", "json", WRONG).err());
  }

  @Test
  void fixSumsUpEvenIfItChangesNothing() {
    assertEquals("", Cli.run("fix", FINE).err());
    assertEquals(
        "fairlead: nothing to change; no errors or warnings remain\n",
        Cli.run("fix", "--summary", FINE).err());
  }

  @Test
  void linesFitTheTerminal() {
    String wide = terminal(Map.of(), "check", "--color", "never", WRONG).out();
    String narrow = terminal(Map.of("COLUMNS", "60"), "check", "--color", "never", WRONG).out();
    assertTrue(longest(wide) <= 100, wide);
    assertTrue(longest(narrow) <= 60, narrow);
    assertTrue(longest(Cli.run("check", WRONG).out()) > 100);
    assertEquals(
        Cli.run("check", WRONG).out().replaceAll("\\s+", " "), narrow.replaceAll("\\s+", " "));
    assertFalse(narrow.contains(" \n"));
  }

  private static int longest(String text) {
    return text.lines().mapToInt(String::length).max().orElseThrow();
  }
}
