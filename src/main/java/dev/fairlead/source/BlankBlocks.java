package dev.fairlead.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Block scalars of blank lines. The parser rejects one whose lines are indented further than what
 * follows it; kubectl reads it as empty.
 */
final class BlankBlocks {
  private static final Pattern BLANK =
      Pattern.compile("[|>][-+0-9]* *\\n((?: *\\n)* +\\n(?: *\\n)*)( *)");

  private BlankBlocks() {}

  /** A text of the same length, in which no blank line of such a block is indented. */
  static String flattened(String text) {
    Matcher block = BLANK.matcher(text);
    if (!block.find()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    do {
      if (longest(block.group(1)) > block.group(2).length()) {
        for (int i = block.start(1); i < block.end(1); i++) {
          out.setCharAt(i, '\n');
        }
      }
    } while (block.find());
    return out.toString();
  }

  private static int longest(String lines) {
    int longest = 0;
    for (String line : lines.split("\n")) {
      longest = Math.max(longest, line.length());
    }
    return longest;
  }
}
