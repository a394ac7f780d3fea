package dev.fairlead.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lengths of keys, and characters of two halves. */
class CharactersTest {
  @ParameterizedTest
  @ValueSource(strings = {" ", "~", "a"})
  void aPlainCharacterOfAKeyCountsOnce(String character) {
    assertFalse(Characters.tooLongForKey(character.repeat(1000)));
    assertTrue(Characters.tooLongForKey(character.repeat(1001)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "\\", "\t", "\u007F", "é"})
  void anotherCharacterOfAKeyMayNeedSix(String character) {
    assertFalse(Characters.tooLongForKey(character.repeat(166)));
    assertTrue(Characters.tooLongForKey(character.repeat(167)));
  }

  @Test
  void noReadEndsBetweenTwoHalves() {
    WholeCharacters reader = new WholeCharacters("a\uD83D\uDEA2b\uD83D\uDEA2");
    char[] buffer = new char[4];
    assertEquals(1, reader.read(buffer, 0, 2));
    assertEquals(3, reader.read(buffer, 1, 3));
    assertArrayEquals("a\uD83D\uDEA2b".toCharArray(), buffer);
    // A buffer of one char leaves no choice.
    assertEquals(1, reader.read(buffer, 0, 1));
    assertEquals('\uD83D', buffer[0]);
    assertEquals(1, reader.read(buffer, 0, 4));
    assertEquals(-1, reader.read(buffer, 0, 4));
  }
}
