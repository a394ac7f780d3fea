package dev.fairlead.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Utf8WriterTest {
  private static final String TEXT = "a é 漢 😀 😀😀 z";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Utf8Writer writer = new Utf8Writer(bytes);

  @Test
  void charactersMayComeInHalves() throws IOException {
    char[] chars = TEXT.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      writer.write(chars, i, 1);
    }
    writer.write("");
    writer.write(TEXT, 2, 6);
    writer.close();
    assertEquals(TEXT + TEXT.substring(2, 8), bytes.toString(StandardCharsets.UTF_8));
  }

  @Test
  void halfACharacterAtTheEndIsNotLost() throws IOException {
    writer.write("a\uD83D");
    writer.close();
    writer.close();
    assertEquals("a?", bytes.toString(StandardCharsets.UTF_8));
  }
}
