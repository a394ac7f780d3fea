package dev.fairlead.document;

import dev.fairlead.diagnostic.SourceFile;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A tree written down in about a tenth of the memory that it takes as objects: kinds, strings and
 * places one after the other. Numbers take as few bytes as they need, and lines are counted from
 * the line before.
 */
final class FoldedNode {
  private static final int MAPPING = 0;
  private static final int SEQUENCE = 1;
  private static final int TEXT = 2;
  private static final int WHOLE = 3;
  private static final int FRACTION = 4;
  private static final int TRUE = 5;
  private static final int FALSE = 6;
  private static final int NOTHING = 7;

  private final byte[] bytes;
  private final Words words;
  private final SourceFile file;

  /** Writes down a tree whose values all stand in one file, with words that others share. */
  FoldedNode(JsonNode node, Words words, SourceFile file) {
    Writer out = new Writer(words);
    out.node(node);
    this.bytes = Arrays.copyOf(out.bytes, out.length);
    this.words = words;
    this.file = file;
  }

  /** The tree that was written. */
  JsonNode unfold() {
    return new Reader(bytes, words, file).node();
  }

  private static final class Writer {
    private final Words words;
    private byte[] bytes = new byte[512];
    private int length;
    private int lastLine;

    Writer(Words words) {
      this.words = words;
    }

    void node(JsonNode node) {
      if (node instanceof Node.Mapping mapping) {
        begin(MAPPING, mapping.place());
        number(mapping.size());
        for (Map.Entry<String, JsonNode> entry : mapping.properties()) {
          text(entry.getKey());
          node(entry.getValue());
        }
      } else if (node instanceof Node.Sequence sequence) {
        begin(SEQUENCE, sequence.place());
        number(sequence.size());
        for (JsonNode item : sequence) {
          node(item);
        }
      } else if (node instanceof Node.Flag flag) {
        begin(flag.booleanValue() ? TRUE : FALSE, flag.place());
      } else if (node instanceof Node.Nothing nothing) {
        begin(NOTHING, nothing.place());
      } else {
        int number = node instanceof Node.Whole ? WHOLE : FRACTION;
        begin(node instanceof Node.Text ? TEXT : number, Node.placeOf(node));
        text(node.toString());
      }
    }

    private void begin(int kind, Place place) {
      number(kind);
      signed(place.line() - lastLine);
      number(place.column());
      number(place.endLine() - place.line());
      number(place.endColumn());
      number(place.keyEndColumn());
      if (place.keyEndColumn() > 0) {
        signed(place.line() - place.keyLine());
        number(place.keyColumn());
      }
      lastLine = place.line();
    }

    private void text(String text) {
      int word = words.number(text);
      number(word + 1);
      if (word < 0) {
        byte[] written = text.getBytes(StandardCharsets.UTF_8);
        number(written.length);
        reserve(written.length);
        System.arraycopy(written, 0, bytes, length, written.length);
        length += written.length;
      }
    }

    private void signed(int number) {
      number(number << 1 ^ number >> 31);
    }

    private void number(int number) {
      reserve(5);
      int rest = number;
      while ((rest & ~0x7F) != 0) {
        bytes[length++] = (byte) (rest | 0x80);
        rest >>>= 7;
      }
      bytes[length++] = (byte) rest;
    }

    private void reserve(int more) {
      if (length + more > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
      }
    }
  }

  private static final class Reader {
    private final byte[] bytes;
    private final Words words;
    private final SourceFile file;
    private int next;
    private int lastLine;

    Reader(byte[] bytes, Words words, SourceFile file) {
      this.bytes = bytes;
      this.words = words;
      this.file = file;
    }

    JsonNode node() {
      int kind = number();
      Place place = place();
      return switch (kind) {
        case MAPPING -> mapping(place);
        case SEQUENCE -> sequence(place);
        case TEXT -> new Node.Text(text(), place);
        case WHOLE -> {
          String digits = text();
          yield new Node.Whole(new BigInteger(digits), digits, place);
        }
        case FRACTION -> {
          String digits = text();
          yield new Node.Fraction(new BigDecimal(digits), digits, place);
        }
        case TRUE -> new Node.Flag(true, place);
        case FALSE -> new Node.Flag(false, place);
        default -> new Node.Nothing(place);
      };
    }

    private JsonNode mapping(Place place) {
      int size = number();
      Map<String, JsonNode> children = new LinkedHashMap<>(2 * size);
      for (int i = 0; i < size; i++) {
        String key = text();
        children.put(key, node());
      }
      return new Node.Mapping(children, place);
    }

    private JsonNode sequence(Place place) {
      int size = number();
      List<JsonNode> items = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        items.add(node());
      }
      return new Node.Sequence(items, place);
    }

    private Place place() {
      int line = lastLine + signed();
      int column = number();
      int endLine = line + number();
      int endColumn = number();
      int keyEndColumn = number();
      int keyLine = keyEndColumn > 0 ? line - signed() : 0;
      int keyColumn = keyEndColumn > 0 ? number() : 0;
      lastLine = line;
      return new Place(file, line, column, endLine, endColumn, keyLine, keyColumn, keyEndColumn);
    }

    private String text() {
      int word = number() - 1;
      if (word >= 0) {
        return words.word(word);
      }
      int length = number();
      next += length;
      return new String(bytes, next - length, length, StandardCharsets.UTF_8);
    }

    private int signed() {
      int number = number();
      return number >>> 1 ^ -(number & 1);
    }

    private int number() {
      int number = 0;
      for (int shift = 0; ; shift += 7) {
        byte b = bytes[next++];
        number |= (b & 0x7F) << shift;
        if (b >= 0) {
          return number;
        }
      }
    }
  }

  /** Strings that are kept once: the first few thousand, among which are those that recur. */
  static final class Words {
    private static final int MOST = 4096;
    private static final int LONGEST = 128;

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    // Never another array: what was written down earlier may be read by another thread.
    private final String[] words = new String[MOST];
    private int count;

    /** The number of a string; less than 0 if it is not kept. */
    int number(String text) {
      Integer known = numbers.get(text);
      if (known != null) {
        return known;
      }
      if (count == MOST || text.length() > LONGEST) {
        return -1;
      }
      numbers.put(text, count);
      words[count] = text;
      return count++;
    }

    String word(int number) {
      return words[number];
    }
  }
}
