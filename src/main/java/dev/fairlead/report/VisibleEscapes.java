package dev.fairlead.report;

import dev.fairlead.diagnostic.Quote;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/**
 * Escapes in JSON that {@link Quote#visible} would make too: somebody may look at a report on a
 * terminal. A program reads the same text.
 */
final class VisibleEscapes extends CharacterEscapes {
  private static final long serialVersionUID = 1L;
  private static final int DELETE = 0x7F;

  @Override
  public int[] getEscapeCodesForAscii() {
    int[] codes = standardAsciiEscapesForJSON();
    codes[DELETE] = ESCAPE_STANDARD;
    return codes;
  }

  @Override
  public SerializableString getEscapeSequence(int c) {
    boolean escaped =
        !Character.isSurrogate((char) c) && Quote.visible(Character.toString(c)).startsWith("\\u");
    return escaped ? new SerializedString(Quote.visible(Character.toString(c))) : null;
  }
}
