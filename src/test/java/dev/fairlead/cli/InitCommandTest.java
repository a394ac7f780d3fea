package dev.fairlead.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.driver.Drivers;
import dev.fairlead.driver.Storage;
import dev.fairlead.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InitCommandTest {
  /** A blank: its key, what is to be filled in, and perhaps an example. */
  private static final Pattern BLANK =
      Pattern.compile("(?m)^( *[^ #:]+(?:/[^ #:]+)?:) +# fill in: (.*?)(?:, such as (\\S+))?$");

  @TempDir Path folder;

  static Stream<String> sources() {
    Stream<String> drivers =
        Drivers.names().stream()
            .filter(name -> Drivers.of(name).orElseThrow().storage() != Storage.INLINE);
    return Stream.concat(
        Stream.of("nfs", "local", "hostPath", "rook-ceph.rbd.csi.ceph.com"), drivers);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void exactlyTheBlanksAreErrors(String source) throws IOException {
    String text = Cli.run("init", "--from", source, "-").out();
    List<String> blanks = BLANK.matcher(text).results().map(m -> m.group(2)).toList();
    assertTrue(blanks.size() >= 2, text);
    assertEquals(blanks.size(), text.split("fill in:", -1).length - 1, text);
    List<String> findings = check(text).lines().filter(line -> line.contains("error: ")).toList();
    assertEquals(blanks.size(), findings.size(), findings.toString());
    assertTrue(findings.stream().allMatch(line -> line.endsWith(" [null-value]")), findings + "");
    List<String> hints =
        check(text).lines().filter(line -> line.startsWith("  hint: fill in: ")).toList();
    assertEquals(blanks.size(), hints.size(), hints.toString());
  }

  @ParameterizedTest
  @MethodSource("sources")
  void withItsBlanksFilledInItRenders(String source) throws IOException {
    renders(filled(Cli.run("init", "--from", source, "-").out()));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void whatIsCommentedOutRenders(String source) throws IOException {
    String text = filled(Cli.run("init", "--from", source, "-").out());
    String whole =
        text.replaceAll("(?m)^# (?=workloads:|  )(?!  fairlead)", "")
            .replaceAll("(?m)^    # ", "    ");
    assertTrue(renders(whole).contains("\nkind: Pod\n"), whole);
  }

  @Test
  void withoutASourceItRendersAsItIs() throws IOException {
    String manifests = renders(Cli.run("init", "-").out());
    assertTrue(manifests.contains("\nkind: PersistentVolumeClaim\n"), manifests);
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop.fairlead.yaml", "1.fairlead.yml", "Ä shop.fairlead.yaml"})
  void theSpecHasTheNameOfItsFile(String name) throws IOException {
    Path file = folder.resolve(name);
    Cli.Result result = Cli.run("init", file.toString());
    assertEquals(0, result.code(), result.err());
    assertEquals("", result.out());
    assertTrue(result.err().startsWith("fairlead: wrote " + file), result.err());
    String expected = name.startsWith("shop") ? "shop" : "storage";
    assertTrue(Files.readString(file).contains("\n  name: " + expected + "\n"));
    assertEquals(0, Cli.run("check", file.toString()).code());
  }

  @Test
  void aFileStaysAsItIs() throws IOException {
    Path file = Files.writeString(folder.resolve("shop.fairlead.yaml"), "mine");
    Path link = Files.createSymbolicLink(folder.resolve("l.fairlead.yaml"), Path.of("nowhere"));
    for (Path there : List.of(file, link)) {
      Cli.Result result = Cli.run("init", there.toString());
      assertEquals(2, result.code());
      assertTrue(result.err().contains("\" exists already; name another file"), result.err());
    }
    assertEquals("mine", Files.readString(file));
    assertTrue(Files.notExists(folder.resolve("nowhere")));
  }

  @Test
  void aFileThatFoldersDontFindIsRefused() {
    for (String name : List.of("shop", "shop.yaml", "shop/")) {
      Cli.Result result = Cli.run("init", folder.resolve(name) + (name.endsWith("/") ? "/" : ""));
      assertEquals(2, result.code());
      assertTrue(result.err().contains(folder + "/shop.fairlead.yaml\""), result.err());
    }
    Cli.Result result = Cli.run("init", folder.resolve("none/a.fairlead.yaml").toString());
    assertTrue(result.err().contains("its folder does not exist"), result.err());
  }

  private static String filled(String text) {
    return BLANK
        .matcher(text)
        .replaceAll(m -> m.group(1) + " " + (m.group(3) == null ? "some" : m.group(3)));
  }

  private String check(String text) throws IOException {
    return Cli.run(List.of("check", "-"), text).out();
  }

  /** The manifests of a spec without any finding. */
  private String renders(String text) throws IOException {
    assertEquals("", check(text), text);
    Cli.Result result = Cli.run(List.of("render", "-"), text);
    assertEquals(0, result.code(), result.err());
    assertEquals("", result.err());
    return result.out();
  }
}
