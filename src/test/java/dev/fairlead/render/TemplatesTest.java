package dev.fairlead.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeSource;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.pipeline.Transpiler;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What templates may contain: names that are known, and nothing that passes by the encoder. */
class TemplatesTest {
  @Test
  void anUnknownNameIsAnErrorWithItsLine() {
    Exception e = assertThrows(RuntimeException.class, () -> print("unknown-name"));
    assertTrue(
        message(e).contains("PersistentVolume.mustache:8: unknown name {{nmae}}"), message(e));
  }

  @Test
  void namesOfOuterThingsAreUnknown() {
    Exception e = assertThrows(RuntimeException.class, () -> print("outer-name"));
    assertTrue(
        message(e).contains("PersistentVolume.mustache:4: unknown name {{capacity}}"), message(e));
  }

  @Test
  void rawValuesAreRefused() {
    for (String folder :
        List.of(
            "triple-mustache",
            "ampersand",
            "pragma",
            "inverted",
            "parent",
            "block",
            "dynamic-partial")) {
      Exception e = assertThrows(RuntimeException.class, () -> print(folder));
      assertTrue(message(e).contains("templates can't use"), message(e));
    }
  }

  /** What the build made of the templates prints what mustache.java reads in them. */
  @Test
  void theyAreParsedRightWhenFairleadIsBuilt() throws Exception {
    try (Stream<Path> cases = Files.list(Path.of("testdata", "render"))) {
      for (Path spec : cases.map(folder -> folder.resolve("spec.fairlead.yaml")).toList()) {
        if (Files.exists(spec)) {
          assertEquals(print(spec, Templates.of(TemplateFiles::of)), print(spec, Templates.load()));
        }
      }
    }
  }

  private static String print(Path spec, Templates templates) throws IOException {
    StringWriter out = new StringWriter();
    SpecInput input = new SpecInput(spec.toString(), Files.readAllBytes(spec));
    templates.print(new Transpiler().transpile(List.of(input), new Diagnostics()), out);
    assertTrue(out.toString().contains("kind: "), spec.toString());
    return out.toString();
  }

  @Test
  void everySourceHasItsPlaceInTheTemplate() throws Exception {
    String template = Files.readString(Path.of("templates", "PersistentVolume.mustache"));
    assertEquals(
        new TreeSet<>(VolumeSource.SERVED),
        Pattern.compile("\\{\\{#(\\w+)}}\n  (\\1):\n    \\{\\{> tree}}")
            .matcher(template)
            .results()
            .map(match -> match.group(1))
            .filter(name -> !name.equals("nodeAffinity"))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static String message(Throwable e) {
    StringBuilder messages = new StringBuilder();
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      messages.append(cause.getMessage()).append('\n');
    }
    return messages.toString();
  }

  private static void print(String folder) {
    String spec =
        "apiVersion: fairlead.dev/v1\nkind: Storage\nmetadata: {name: a}\nvolumes:\n"
            + "- {name: a, storage: 1Gi, nfs: {server: a, path: /a}, bindTo: b}\n";
    Volume volume =
        new Transpiler()
            .transpile(
                List.of(new SpecInput("a", spec.getBytes(StandardCharsets.UTF_8))),
                new Diagnostics())
            .volumes()
            .get(0);
    Templates.of(name -> resource("/bad-templates/" + folder + "/" + name))
        .print(volume, new StringWriter());
  }

  private static String resource(String path) {
    try (InputStream in = TemplatesTest.class.getResourceAsStream(path)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
