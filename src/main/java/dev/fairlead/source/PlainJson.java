package dev.fairlead.source;

import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads JSON as kubectl prints it, many times as fast as a reader of YAML. It reads only what means
 * the same in both; whatever is unusual, such as a broken text or a key that appears twice, is left
 * to the reader of YAML and its findings.
 */
final class PlainJson {
  private static final int DEEPEST = 64;
  private static final int LONGEST_KEY = 200;
  private static final int LONGEST_NUMBER = 18;
  private static final int MAX_KNOWN = 5_000;

  /** Says that the reader of YAML has to read the text. It is no error, so it has no trace. */
  private static final class Unusual extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unusual() {
      super(null, null, false, false);
    }
  }

  private final SourceFile file;
  private final String text;
  private final Map<String, String> known = new HashMap<>();
  private int at;

  private PlainJson(SourceFile file) {
    this.file = file;
    this.text = file.text();
  }

  /** The document of a file, if it is JSON without anything unusual. */
  static Optional<Document> read(SourceFile file) {
    PlainJson json = new PlainJson(file);
    try {
      if (json.peek() != '{') {
        return Optional.empty();
      }
      Tree root = json.value(0);
      boolean whole = json.peek() == 0;
      return whole ? Optional.of(new Document(file, root)) : Optional.empty();
    } catch (Unusual unusual) {
      return Optional.empty();
    }
  }

  /** The next character that is no space; 0 at the end. */
  private char peek() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != ' ' && c != '\n' && c != '\r') {
        return c;
      }
      at++;
    }
    return 0;
  }

  private void demand(char expected) {
    if (peek() != expected) {
      throw new Unusual();
    }
    at++;
  }

  private boolean takes(char expected) {
    boolean there = peek() == expected;
    at += there ? 1 : 0;
    return there;
  }

  private Tree value(int depth) {
    if (depth > DEEPEST) {
      throw new Unusual();
    }
    char c = peek();
    int start = at;
    return switch (c) {
      case '{' -> mapping(depth);
      case '[' -> sequence(depth);
      case '"' -> {
        String string = string();
        yield new Scalar(Scalar.Kind.STRING, string, file, start, at);
      }
      case 't' -> word("true", Scalar.Kind.BOOLEAN);
      case 'f' -> word("false", Scalar.Kind.BOOLEAN);
      case 'n' -> word("null", Scalar.Kind.NULL);
      default -> number();
    };
  }

  private Mapping mapping(int depth) {
    int start = at++;
    MappingBuilder entries = new MappingBuilder();
    if (!takes('}')) {
      do {
        if (peek() != '"') {
          throw new Unusual();
        }
        int keyStart = at;
        String key = string();
        int keyEnd = at;
        boolean unusual = key.length() > LONGEST_KEY || key.equals("<<") || entries.has(key);
        if (unusual) {
          throw new Unusual();
        }
        demand(':');
        entries.put(key, keyStart, keyEnd, value(depth + 1));
      } while (takes(','));
      demand('}');
    }
    return entries.build(file, start, at);
  }

  private Sequence sequence(int depth) {
    int start = at++;
    List<Tree> items = new ArrayList<>();
    if (!takes(']')) {
      do {
        items.add(value(depth + 1));
      } while (takes(','));
      demand(']');
    }
    return new Sequence(items, file, start, at);
  }

  /** The string that begins here. Strings that recur are one object. */
  private String string() {
    int start = ++at;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        String string = text.substring(start, at++);
        return known(string);
      }
      if (c == '\\') {
        return escaped(start);
      }
      // What YAML has no room for, or reads as the end of a line.
      if (c < ' ' || c > '~') {
        checkCharacter(c);
      }
    }
    throw new Unusual();
  }

  private String known(String string) {
    String before = known.get(string);
    if (before == null && known.size() < MAX_KNOWN) {
      known.put(string, string);
    }
    return before == null ? string : before;
  }

  private static void checkCharacter(char c) {
    boolean fine = c > 0x9F && c != 0x2028 && c != 0x2029 && c != 0xFEFF;
    if (!fine || Character.isSurrogate(c)) {
      throw new Unusual();
    }
  }

  private String escaped(int start) {
    StringBuilder out = new StringBuilder(text.substring(start, at));
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return out.toString();
      }
      if (c == '\\') {
        out.append(escape());
      } else {
        if (c < ' ' || c > '~') {
          checkCharacter(c);
        }
        out.append(c);
      }
    }
    throw new Unusual();
  }

  private char escape() {
    char c = at < text.length() ? text.charAt(at++) : 0;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'u' -> unicode();
      default -> throw new Unusual();
    };
  }

  private char unicode() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = at < text.length() ? Character.digit(text.charAt(at++), 16) : -1;
      if (digit < 0) {
        throw new Unusual();
      }
      code = 16 * code + digit;
    }
    boolean plain = code >= ' ' && code <= '~';
    if (!plain) {
      checkCharacter((char) code);
    }
    return (char) code;
  }

  private Scalar word(String word, Scalar.Kind kind) {
    int start = at;
    if (!text.startsWith(word, at)) {
      throw new Unusual();
    }
    at += word.length();
    int end = at;
    checkEnd();
    return new Scalar(kind, word, file, start, end);
  }

  /** A number without an exponent. */
  private Scalar number() {
    int start = at;
    int points = 0;
    if (peek() == '-') {
      at++;
    }
    int digits = at;
    while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      points += text.charAt(at) == '.' ? 1 : 0;
      at++;
    }
    boolean zero = at > digits && text.charAt(digits) == '0';
    boolean simple =
        at > digits
            && at - digits <= LONGEST_NUMBER
            && points <= 1
            && isDigit(text.charAt(digits))
            && isDigit(text.charAt(at - 1))
            && !(zero && (at - digits > 1 && text.charAt(digits + 1) != '.' || digits > start));
    if (!simple) {
      throw new Unusual();
    }
    int end = at;
    checkEnd();
    Scalar.Kind kind = points == 0 ? Scalar.Kind.INTEGER : Scalar.Kind.FRACTION;
    return new Scalar(kind, text.substring(start, end), file, start, end);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void checkEnd() {
    char next = peek();
    if (next != ',' && next != '}' && next != ']' && next != 0) {
      throw new Unusual();
    }
  }
}
