package dev.fairlead.plan;

import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** JSON on one line, for patches. */
final class JsonText {
  private JsonText() {}

  /** A value: null, a string, a number, a boolean, a list, a map or a tree. */
  static String of(Object value) {
    if (value instanceof Tree tree) {
      return tree(tree);
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> string(entry.getKey().toString()) + ":" + of(entry.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(JsonText::of).collect(Collectors.joining(",", "[", "]"));
    }
    return value == null || value instanceof Number || value instanceof Boolean
        ? String.valueOf(value)
        : string(value.toString());
  }

  private static String tree(Tree tree) {
    return tree.match(
        new Tree.Cases<>() {
          @Override
          public String mapping(Mapping mapping) {
            return mapping.entries().stream()
                .map(entry -> string(entry.key()) + ":" + tree(entry.value()))
                .collect(Collectors.joining(",", "{", "}"));
          }

          @Override
          public String sequence(Sequence sequence) {
            return of(sequence.items());
          }

          @Override
          public String scalar(Scalar scalar) {
            return scalar.isString() ? string(scalar.text()) : scalar.text();
          }
        });
  }

  /** A string in quotes. */
  static String string(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
