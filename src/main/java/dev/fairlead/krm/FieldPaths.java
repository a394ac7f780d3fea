package dev.fairlead.krm;

import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names positions by object and field. A client does not pass the original text of a file: comments
 * and line numbers are lost.
 */
final class FieldPaths implements SourceFile.Locator {
  /** A field of an object. The path is empty for the object itself. */
  record Field(ClientObject object, String path, Tree value) {
    private Field below(String step, Tree part) {
      return new Field(object, path + step, part);
    }
  }

  private final List<ClientObject> objects = new ArrayList<>();

  /** Adds an object to search in. */
  void add(ClientObject object) {
    objects.add(object);
  }

  /** The field that a finding is about. */
  Optional<Field> find(Span span) {
    return objects.stream()
        .filter(object -> isAt(object, span))
        .findFirst()
        .map(object -> descend(new Field(object, "", object.tree()), span));
  }

  private static Field descend(Field field, Span span) {
    Tree value = field.value();
    if (value.span().equals(span)) {
      return field;
    }
    if (value instanceof Sequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        Tree item = list.items().get(i);
        if (isAt(item.span(), item, span)) {
          return descend(field.below("[" + i + "]", item), span);
        }
      }
    }
    if (value instanceof Mapping mapping) {
      for (Mapping.Entry entry : mapping.entries()) {
        if (isAt(entry, span)) {
          return descend(field.below(step(field, entry.key()), entry.value()), span);
        }
      }
    }
    return field;
  }

  private static String step(Field field, String key) {
    if (!key.matches("[A-Za-z0-9_-]+")) {
      return "[" + key + "]";
    }
    return field.path().isEmpty() ? key : "." + key;
  }

  /** Whether the span starts at the key of an object or within the object. */
  static boolean isAt(ClientObject object, Span span) {
    return isAt(object.keySpan(), object.tree(), span);
  }

  /** Whether the span starts at the key of an entry or within its value. */
  static boolean isAt(Mapping.Entry entry, Span span) {
    return isAt(entry.keySpan(), entry.value(), span);
  }

  private static boolean isAt(Span key, Tree value, Span span) {
    boolean atKey = key.file() == span.file() && key.start() == span.start();
    Span own = value.span();
    return atKey || own.equals(span) || own.contains(span);
  }

  /** The name of the file or object, then the path of the field. */
  @Override
  public String show(Span span) {
    return find(span)
        .map(field -> name(field.object()) + path(field))
        .orElseGet(() -> span.file().name());
  }

  private static String name(ClientObject object) {
    return object.file().orElseGet(() -> object.text("kind") + " \"" + object.name() + "\"");
  }

  private static String path(Field field) {
    return field.path().isEmpty() ? "" : ": " + field.path();
  }
}
