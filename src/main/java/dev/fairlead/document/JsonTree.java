package dev.fairlead.document;

import dev.fairlead.diagnostic.SourceFile;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Reads JSON that is part of the program into {@link Node}s. By itself, because Jackson's parser
 * takes longer to start than to read what a run needs; tests compare both.
 */
public final class JsonTree {
  private static final char END = '\0';

  private final String json;
  private final Place nowhere;
  private int next;

  private JsonTree(String name, String json) {
    this.json = json;
    this.nowhere = Place.of(new SourceFile(name, "").start());
  }

  /** The tree of some JSON that is part of the program under a name; if it is broken, it throws. */
  public static JsonNode of(String name, String json) {
    JsonTree tree = new JsonTree(name, json);
    JsonNode root = tree.value();
    if (tree.peek() != END) {
      throw tree.broken();
    }
    return root;
  }

  /** The next character that is no space, not taken. */
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

  private JsonNode value() {
    return switch (peek()) {
      case '{' -> mapping();
      case '[' -> sequence();
      case '"' -> new Node.Text(string(), nowhere);
      default -> word();
    };
  }

  private JsonNode mapping() {
    Map<String, JsonNode> children = new LinkedHashMap<>();
    demand('{');
    if (!takes('}')) {
      do {
        peek();
        String key = string();
        demand(':');
        children.put(key, value());
      } while (takes(','));
      demand('}');
    }
    return new Node.Mapping(children, nowhere);
  }

  private JsonNode sequence() {
    List<JsonNode> items = new ArrayList<>();
    demand('[');
    if (!takes(']')) {
      do {
        items.add(value());
      } while (takes(','));
      demand(']');
    }
    return new Node.Sequence(items, nowhere);
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

  /** A number, or one of the words of JSON. */
  private JsonNode word() {
    int start = next;
    while (next < json.length() && ",]} \n".indexOf(json.charAt(next)) < 0) {
      next++;
    }
    String word = json.substring(start, next);
    return switch (word) {
      case "true" -> new Node.Flag(true, nowhere);
      case "false" -> new Node.Flag(false, nowhere);
      case "null" -> new Node.Nothing(nowhere);
      default ->
          word.indexOf('.') < 0 && word.indexOf('e') < 0 && word.indexOf('E') < 0
              ? new Node.Whole(new BigInteger(word), word, nowhere)
              : new Node.Fraction(new BigDecimal(word), word, nowhere);
    };
  }

  private IllegalStateException broken() {
    return new IllegalStateException("broken JSON at " + next + ": " + json);
  }
}
