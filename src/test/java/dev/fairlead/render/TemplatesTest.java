package dev.fairlead.render;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.model.Volume;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.pipeline.Transpiler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Templates may only contain known names and encoded values. */
class TemplatesTest {
  @Test
  void anUnknownNameIsAnErrorWithItsLine() {
    Exception e = assertThrows(RuntimeException.class, () -> print("unknown-name"));
    assertTrue(
        message(e).contains("PersistentVolume.mustache:8: unknown name {{nmae}}"), message(e));
  }

  @Test
  void namesOfOuterViewsAreUnknown() {
    Exception e = assertThrows(RuntimeException.class, () -> print("outer-name"));
    assertTrue(
        message(e).contains("PersistentVolume.mustache:4: unknown name {{capacity}}"), message(e));
  }

  @Test
  void rawValuesAreRejected() {
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
    Templates.of(name -> resource("/bad-templates/" + folder + "/" + name)).text(volume);
  }

  private static String resource(String path) {
    try (InputStream in = TemplatesTest.class.getResourceAsStream(path)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
