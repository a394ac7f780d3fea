package dev.fairlead.model;

import dev.fairlead.diagnostic.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is handed on to Kubernetes as written: a small tree that knows where it came from. */
public sealed interface Tree {
  /** The place of the value. */
  Span span();

  /** A mapping, its keys in the order they are printed in. */
  record Mapping(Map<String, Tree> entries, Span span) implements Tree {
    /** A mapping with the entries of {@code entries}, in any order. */
    public static Mapping of(Map<String, ? extends Tree> entries, Span span) {
      return new Mapping(KeyOrder.sort(entries), span);
    }

    /** The value of a key, if it is set; null stands for a key that is not there. */
    public Optional<Tree> get(String key) {
      Tree value = entries.get(key);
      return value == null || isNull(value) ? Optional.empty() : Optional.of(value);
    }

    private static boolean isNull(Tree value) {
      return value instanceof Scalar scalar && scalar.kind() == Scalar.Kind.NULL;
    }

    /** The place of the value of a key; that of the mapping where there is none. */
    public Span spanOf(String key) {
      Optional<Tree> value = get(key);
      return value.isPresent() ? value.get().span() : span;
    }

    /** The mapping under a key; an empty one where there is none. */
    public Mapping mapping(String key) {
      return entries.get(key) instanceof Mapping mapping ? mapping : new Mapping(Map.of(), span);
    }

    /** The items of the list under a key; none where there is no list. */
    public List<Tree> list(String key) {
      return entries.get(key) instanceof Sequence sequence ? sequence.items() : List.of();
    }

    /** The mappings among the items of the list under a key. */
    public List<Mapping> mappings(String key) {
      List<Mapping> mappings = new ArrayList<>();
      for (Tree item : list(key)) {
        if (item instanceof Mapping mapping) {
          mappings.add(mapping);
        }
      }
      return mappings;
    }

    /** The text of the scalar under a key, if there is one that is not null. */
    public Optional<String> text(String key) {
      return entries.get(key) instanceof Scalar scalar && !isNull(scalar)
          ? Optional.of(scalar.text())
          : Optional.empty();
    }

    /** Whether the value of a key is {@code true}. */
    public boolean isTrue(String key) {
      return entries.get(key) instanceof Scalar scalar
          && scalar.kind() == Scalar.Kind.BOOLEAN
          && scalar.text().equals("true");
    }

    /** The same mapping with a key set to a value. */
    public Mapping with(String key, Tree value) {
      Map<String, Tree> copy = new HashMap<>(entries);
      copy.put(key, value);
      return of(copy, span);
    }

    /** The same mapping with a key set to a value, if it has none. */
    public Mapping withDefault(String key, Tree value) {
      return entries.containsKey(key) ? this : with(key, value);
    }
  }

  /** A list. */
  record Sequence(List<Tree> items, Span span) implements Tree {}

  /** A scalar; {@code text} is its JSON form, but for strings, which stand as they are. */
  record Scalar(Kind kind, String text, Span span) implements Tree {
    /** What a scalar is in JSON. */
    public enum Kind {
      STRING,
      NUMBER,
      BOOLEAN,
      NULL
    }

    /** A string. */
    public static Scalar string(String text, Span span) {
      return new Scalar(Kind.STRING, text, span);
    }

    /** A boolean. */
    public static Scalar bool(boolean value, Span span) {
      return new Scalar(Kind.BOOLEAN, Boolean.toString(value), span);
    }
  }
}
