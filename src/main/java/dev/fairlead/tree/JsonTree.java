package dev.fairlead.tree;

import dev.fairlead.diagnostic.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads JSON that is part of the program. Jackson's parser takes longer to start than to read what
 * a run needs. A test compares the two.
 */
public final class JsonTree {
  private static final char END = '\0';

  private final String json;
  private final SourceFile nowhere;
  private int next;

  private JsonTree(String name, String json) {
    this.json = json;
    this.nowhere = new SourceFile(name, "");
  }

  /** The tree of a JSON text that is part of the program. Throws if the text is broken. */
  public static Tree of(String name, String json) {
    JsonTree tree = new JsonTree(name, json);
    Tree root = tree.value();
    if (tree.peek() != END) {
      throw tree.broken();
    }
    return root;
  }

  /** The next character that is not a space. Does not consume it. */
  private char peek() {
    while (next < json.length()) {
      char c = json.charAt(next);
      if (c > ' ') {
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

  private void demand(char expected) {
    if (!takes(expected)) {
      throw broken();
    }
  }

  private Tree value() {
    return switch (peek()) {
      case '{' -> mapping();
      case '[' -> sequence();
      case '"' -> scalar(Scalar.Kind.STRING, string());
      default -> word();
    };
  }

  private Tree mapping() {
    MappingBuilder entries = new MappingBuilder();
    demand('{');
    if (!takes('}')) {
      do {
        peek();
        String key = string();
        demand(':');
        entries.put(key, value());
      } while (takes(','));
      demand('}');
    }
    return entries.build(nowhere, 0, 0);
  }

  private Tree sequence() {
    List<Tree> items = new ArrayList<>();
    demand('[');
    if (!takes(']')) {
      do {
        items.add(value());
      } while (takes(','));
      demand(']');
    }
    return new Sequence(items, nowhere, 0, 0);
  }

  private String string() {
    demand('"');
    int start = next;
    int end = json.indexOf('"', start);
    if (end >= 0) {
      String text = json.substring(start, end);
      if (text.indexOf('\\') < 0) {
        next = end + 1;
        return text;
      }
    }
    return escapedString();
  }

  private String escapedString() {
    StringBuilder text = new StringBuilder();
    while (next < json.length()) {
      char c = json.charAt(next++);
      if (c == '"') {
        return text.toString();
      }
      text.append(c == '\\' ? escaped() : c);
    }
    throw broken();
  }

  private char escaped() {
    char c = next < json.length() ? json.charAt(next++) : END;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> (char) Integer.parseInt(json, next, next += 4, 16);
      default -> throw broken();
    };
  }

  /** A number, or one of JSON's words: true, false or null. */
  private Tree word() {
    int start = next;
    while (next < json.length() && ",]} \n".indexOf(json.charAt(next)) < 0) {
      next++;
    }
    String word = json.substring(start, next);
    return switch (word) {
      case "true", "false" -> scalar(Scalar.Kind.BOOLEAN, word);
      case "null" -> scalar(Scalar.Kind.NULL, word);
      default -> number(word);
    };
  }

  private Scalar number(String word) {
    boolean whole = word.indexOf('.') < 0 && word.indexOf('e') < 0 && word.indexOf('E') < 0;
    if (word.isEmpty() || Character.isLetter(word.charAt(0))) {
      throw broken();
    }
    return scalar(whole ? Scalar.Kind.INTEGER : Scalar.Kind.FRACTION, word);
  }

  private Scalar scalar(Scalar.Kind kind, String text) {
    return new Scalar(kind, text, nowhere, 0, 0);
  }

  private IllegalStateException broken() {
    return new IllegalStateException("broken JSON at " + next + ": " + json);
  }
}
