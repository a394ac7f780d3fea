package dev.fairlead.source;

import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads JSON objects, one after the other, as kubectl prints them. It is many times faster than the
 * parser of YAML, which reads JSON too. Whatever is unusual it leaves to that parser, which reports
 * what is wrong with it. A test compares the two.
 */
final class JsonDocuments {
  private static final int DEEPEST = 64;
  private static final char END = '\0';

  private final SourceFile file;
  private final char[] text;
  private final RecurringWords words;
  private int next;

  private JsonDocuments(SourceFile file) {
    this.file = file;
    this.text = file.text().toCharArray();
    this.words = new RecurringWords(text);
  }

  /** Thrown where the text is not the JSON that programs print. */
  private static final class Unusual extends Exception {
    private static final long serialVersionUID = 1;

    Unusual() {
      super(null, null, false, false);
    }
  }

  /** The objects; empty if the text is anything but plain JSON objects. */
  static Optional<List<Document>> of(SourceFile file) {
    JsonDocuments json = new JsonDocuments(file);
    List<Document> documents = new ArrayList<>();
    try {
      while (json.peek() != END) {
        documents.add(new Document(file, json.mapping(0)));
      }
      return Optional.of(documents);
    } catch (Unusual unusual) {
      return Optional.empty();
    }
  }

  /** The next character that is not a space. Does not consume it. */
  private char peek() {
    while (next < text.length) {
      char c = text[next];
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        return c;
      }
      next++;
    }
    return END;
  }

  private boolean takes(char expected) {
    boolean there = peek() == expected;
    if (there) {
      next++;
    }
    return there;
  }

  private void demand(char expected) throws Unusual {
    if (!takes(expected)) {
      throw new Unusual();
    }
  }

  private Tree value(int depth) throws Unusual {
    return switch (peek()) {
      case '{' -> mapping(depth);
      case '[' -> sequence(depth);
      case '"' -> {
        int start = next;
        String string = string();
        yield new Scalar(Scalar.Kind.STRING, string, file, start, next);
      }
      default -> word();
    };
  }

  private Tree mapping(int depth) throws Unusual {
    demand('{');
    int start = next - 1;
    checkDepth(depth);
    MappingBuilder entries = new MappingBuilder();
    if (!takes('}')) {
      do {
        peek();
        int from = next;
        String key = string();
        int to = next;
        if (entries.has(key) || Characters.tooLongForKey(key)) {
          throw new Unusual();
        }
        demand(':');
        entries.put(key, from, to, value(depth + 1));
      } while (takes(','));
      demand('}');
    }
    return entries.build(file, start, next);
  }

  private Tree sequence(int depth) throws Unusual {
    int start = next;
    checkDepth(depth);
    List<Tree> items = new ArrayList<>();
    demand('[');
    if (!takes(']')) {
      do {
        items.add(value(depth + 1));
      } while (takes(','));
      demand(']');
    }
    return new Sequence(items, file, start, next);
  }

  private static void checkDepth(int depth) throws Unusual {
    if (depth >= DEEPEST) {
      throw new Unusual();
    }
  }

  private String string() throws Unusual {
    if (next >= text.length || text[next] != '"') {
      throw new Unusual();
    }
    int start = ++next;
    int hash = 0;
    while (next < text.length) {
      char c = text[next];
      if (c == '"') {
        return words.of(start, next++, hash);
      }
      if (c == '\\') {
        return escaped(start);
      }
      checkCharacter(c);
      hash = 31 * hash + c;
      next++;
    }
    throw new Unusual();
  }

  /** The string from an offset on, with an escape at the next character. */
  private String escaped(int start) throws Unusual {
    StringBuilder string = new StringBuilder(2 * (next - start) + 16);
    int copied = start;
    while (next < text.length) {
      char c = text[next];
      if (c == '"') {
        string.append(text, copied, next - copied);
        next++;
        return string.toString();
      }
      if (c == '\\') {
        string.append(text, copied, next - copied);
        next++;
        string.append(escape());
        copied = next;
      } else {
        checkCharacter(c);
        next++;
      }
    }
    throw new Unusual();
  }

  private char escape() throws Unusual {
    char c = next < text.length ? text[next++] : END;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw new Unusual();
    };
  }

  private char unicode() throws Unusual {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = next < text.length ? Character.digit(text[next++], 16) : -1;
      if (digit < 0) {
        throw new Unusual();
      }
      code = 16 * code + digit;
    }
    if (code < ' ' || Characters.firstRejected(String.valueOf((char) code)).isPresent()) {
      throw new Unusual();
    }
    return (char) code;
  }

  /** The file has been searched for what YAML does not allow. Line ends are only between values. */
  private static void checkCharacter(char c) throws Unusual {
    if (c < ' ' || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029) {
      throw new Unusual();
    }
  }

  /** A number, or one of JSON's words: true, false or null. */
  private Scalar word() throws Unusual {
    int start = next;
    while (next < text.length && isOfWord(text[next])) {
      next++;
    }
    String word = new String(text, start, next - start);
    return new Scalar(kind(word), word, file, start, next);
  }

  private static boolean isOfWord(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || c == '-'
        || c == '+'
        || c == '.'
        || c == 'E';
  }

  private static Scalar.Kind kind(String word) throws Unusual {
    switch (word) {
      case "true", "false" -> {
        return Scalar.Kind.BOOLEAN;
      }
      case "null" -> {
        return Scalar.Kind.NULL;
      }
      default -> {
        PlainScalar.Kind kind = PlainScalar.of(word).kind();
        boolean whole = kind == PlainScalar.Kind.WHOLE && word.matches("-?(0|[1-9][0-9]*)");
        if (!whole && !(kind == PlainScalar.Kind.FRACTION && word.matches("-?[0-9]+\\.[0-9]+"))) {
          throw new Unusual();
        }
        return whole ? Scalar.Kind.INTEGER : Scalar.Kind.FRACTION;
      }
    }
  }
}
