package dev.fairlead.krm;

import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.document.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Names places by object and field. What a client hands over is not the text of a file any more:
 * its comments and lines are gone.
 */
final class FieldPaths implements SourceFile.Locator {
  /** A field of an object; the path is empty for the object itself. */
  record Field(JsonNode object, String path, JsonNode value) {}

  private final List<JsonNode> objects = new ArrayList<>();

  /** Makes an object known. */
  void add(JsonNode object) {
    objects.add(object);
  }

  /** The field that a finding is about. */
  Optional<Field> find(Span span) {
    return objects.stream()
        .filter(object -> isAt(object, span))
        .findFirst()
        .map(object -> descend(new Field(object, "", object), span));
  }

  private static Field descend(Field field, Span span) {
    JsonNode node = field.value();
    if (Node.placeOf(node).value().equals(span)) {
      return field;
    }
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        if (isAt(node.get(i), span)) {
          String path = field.path() + "[" + i + "]";
          return descend(new Field(field.object(), path, node.get(i)), span);
        }
      }
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String key = entry.getKey();
      String shown = key.matches("[A-Za-z0-9_-]+") ? key : "[" + key + "]";
      String dot = field.path().isEmpty() || shown.startsWith("[") ? "" : ".";
      Field child = new Field(field.object(), field.path() + dot + shown, entry.getValue());
      if (isAt(entry.getValue(), span)) {
        return descend(child, span);
      }
    }
    return field;
  }

  /** Whether the span begins at the key of a value or within the value. */
  static boolean isAt(JsonNode value, Span span) {
    Span key = Node.placeOf(value).key();
    boolean atKey = key.line() == span.line() && key.column() == span.column();
    Span own = Node.placeOf(value).value();
    return (key.file() == span.file() && atKey) || own.equals(span) || own.contains(span);
  }

  /** The file or object, then the field. */
  @Override
  public String show(Span span) {
    return find(span)
        .map(field -> name(field.object()) + path(field))
        .orElseGet(() -> span.file().name());
  }

  private static String name(JsonNode object) {
    return Objects.file(object)
        .orElseGet(
            () ->
                Objects.text(object, "/kind")
                    + " \""
                    + Objects.text(object, "/metadata/name")
                    + "\"");
  }

  private static String path(Field field) {
    return field.path().isEmpty() ? "" : ": " + field.path();
  }
}
