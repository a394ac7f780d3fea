package dev.fairlead.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.completion.Completion;
import dev.fairlead.diagnostic.Code;
import dev.fairlead.driver.Drivers;
import dev.fairlead.testing.Cli;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What fairlead offers to shells. ShellCompletionTest types it into real ones. */
class CompletionTest {
  static List<String> commands() {
    return words(offered(""));
  }

  @Test
  void everyCommandIsInTheHelp() {
    List<String> unknown =
        commands().stream().filter(name -> Cli.run(name, "--help").code() != 0).toList();
    assertEquals(List.of(), unknown);
    assertEquals(Main.commandNames(), commands());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void exactlyTheOptionsOfTheHelpAreOffered(String command) {
    List<String> inHelp =
        Pattern.compile("(?m)^  (?:(-\\w), )?(--[-a-z]+)")
            .matcher(Cli.run(command, "--help").out())
            .results()
            .flatMap(match -> Stream.of(match.group(2)))
            .toList();
    List<String> offered =
        words(offered(command, "--")).stream().filter(word -> !word.contains("=")).toList();
    assertEquals(inHelp, offered);
    for (String option : offered) {
      String err = Cli.run(command, option, "--no-such-option").err();
      assertTrue(!err.contains("unknown option \"" + option + "\""), err);
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void exactlyTheAcceptedValuesAreOffered(String command) {
    for (String option : words(offered(command, "--"))) {
      String refused = Cli.run(command, option, "?", "x").err();
      int list = refused.indexOf("; accepted: \"");
      if (list >= 0 && !option.contains("=") && !option.equals("--kubernetes")) {
        List<String> accepted =
            Pattern.compile("\"([a-z]+)\"")
                .matcher(refused.lines().findFirst().orElseThrow().substring(list))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertEquals(accepted, words(offered(command, option, "")), option);
      }
    }
  }

  @Test
  void valuesAreOfferedForLongAndShortOptions() {
    assertEquals(List.of("yaml", "json"), words(offered("render", "-o", "")));
    assertEquals(List.of("text", "json", "sh"), words(offered("plan", "--output", "")));
    assertEquals(
        List.of("text", "json", "sarif", "github", "junit"),
        words(offered("check", "--report", "")));
    assertEquals(List.of("--color=never"), words(offered("verify", "a", "--color=n")));
  }

  @Test
  void explainOffersCodesFieldsAndDrivers() {
    List<String> words = words(offered("explain", ""));
    assertTrue(words.containsAll(Arrays.stream(Code.values()).map(Code::slug).toList()));
    assertTrue(words.containsAll(Drivers.names()));
    assertTrue(words.containsAll(List.of("volumes", "metadata")), words.toString());
    List<String> below = words(offered("explain", "volumes.res"));
    assertEquals(List.of("volumes.reserve"), below);
    assertEquals(List.of(), words(offered("explain", "volumes.no.")));
    assertEquals(List.of(), words(offered("explain", "volumes.reserve", "")));
  }

  @Test
  void initOffersSources() {
    assertTrue(
        words(offered("init", "--from", "")).containsAll(List.of("nfs", "local", "hostPath")));
    assertEquals(List.of("ebs.csi.aws.com"), words(offered("init", "--from", "ebs")));
    assertEquals(
        List.of("--from=local", "--from=local.csi.openebs.io"),
        words(offered("init", "--from=loc")).stream().sorted().toList());
  }

  @Test
  void filesAreThoseThatTheCommandReads() {
    assertEquals(":files .fairlead.yaml .fairlead.yml", last("check", ""));
    assertEquals(":files .fairlead.yaml .fairlead.yml", last("plan", "a", "--live", "b", ""));
    assertEquals(":files .yaml .yml .json", last("plan", "a", "--live", ""));
    assertEquals(":files .yaml .yml .json", last("verify", "--", "-"));
    assertEquals(":folders", last("render", "--output-dir", ""));
    assertEquals(":folders", last("render", "--output-dir=d"));
  }

  @Test
  void versionsAndOptionalValues() {
    assertEquals(List.of("1.36"), words(offered("check", "--kubernetes", "1.36")));
    assertEquals(List.of("--workloads", "--workloads=existing"), words(offered("import", "--wo")));
    assertEquals(List.of("--workloads=existing"), words(offered("import", "--workloads=")));
  }

  @Test
  void nothingIsOfferedWhereNothingIsKnown() {
    assertEquals("", offered("nonsense", ""));
    assertEquals("", offered("import", "--namespace", ""));
    assertEquals("", offered("kustomize-config", ""));
    assertEquals("", offered("check", "--nonsense=x"));
  }

  /** A command needs no more than its help text. */
  @Test
  void aNewCommandIsOffered() {
    Completion completion =
        new Completion(
            "Usage: fairlead COMMAND\n\nCommands:\n  paint  print a picture\n",
            Map.of(
                "paint",
                """
                Usage: fairlead paint [OPTION]... FILE

                Options:
                  -c, --colour WHAT
                             red (default), as roses are; green, or blue: as the sea
                  --to DIR   where to
                """));
    assertEquals("paint", completion.of(List.of("p")).words().get(0).word());
    assertEquals(
        List.of("red", "green", "blue"),
        completion.of(List.of("paint", "-c", "")).words().stream().map(w -> w.word()).toList());
    assertTrue(completion.of(List.of("paint", "--to", "")).folders());
    assertEquals(List.of(".yaml", ".yml", ".json"), completion.of(List.of("paint", "")).files());
  }

  private static String offered(String... words) {
    List<String> args = new ArrayList<>(List.of("__complete"));
    args.addAll(List.of(words));
    Cli.Result result = Cli.run(args, "");
    assertEquals(0, result.code(), result.err());
    return result.out();
  }

  private static String last(String... words) {
    List<String> lines = offered(words).lines().toList();
    return lines.get(lines.size() - 1);
  }

  private static List<String> words(String offered) {
    return offered
        .lines()
        .filter(line -> !line.startsWith(":"))
        .map(line -> line.split("\t")[0])
        .toList();
  }
}
