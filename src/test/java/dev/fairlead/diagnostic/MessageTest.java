package dev.fairlead.diagnostic;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How messages show values. */
class MessageTest {
  @Test
  void whatTheUserWroteIsQuoted() {
    assertEquals("volume \"a\\n\" of \"b\"", message("volume {} of {}", "a\n", "b"));
    assertEquals("accepted: \"a\", \"b\"", message("accepted: {}", List.of("a", "b")));
    assertEquals("accepted: ", message("accepted: {}", List.of()));
  }

  @Test
  void otherValuesAreNotQuoted() {
    assertEquals("52 or ERROR: a b", message("{} or {}: {}", 52, Severity.ERROR, plain("a b")));
    assertEquals("no gaps", message("no gaps"));
  }

  @Test
  void longTextsAreShortened() {
    assertEquals(
        '"' + "x".repeat(60) + "..." + "x".repeat(17) + '"', message("{}", "x".repeat(100)));
  }

  @Test
  void bracesAreNoGaps() {
    assertEquals("{zone: a}", message("{{}: {}}", plain("zone"), plain("a")));
    assertEquals("a {} b", message("a {} {}", plain("{}"), plain("b")));
  }

  @Test
  void gapsAndValuesMustMatch() {
    assertThrows(IllegalArgumentException.class, () -> message("{}"));
    assertThrows(IllegalArgumentException.class, () -> message("{} and {}", "a"));
    assertThrows(IllegalArgumentException.class, () -> message("{}", "a", "b"));
  }
}
