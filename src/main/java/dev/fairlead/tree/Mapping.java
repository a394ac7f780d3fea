package dev.fairlead.tree;

import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.diagnostic.Span;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A mapping. Its keys keep the order of the file. */
public final class Mapping extends Tree {
  /** Up to this number of keys, a linear search is faster than hashing. */
  static final int FEW = 12;

  private final String[] keys;
  private final Tree[] values;

  /** Start and end of each key. Null if no key is in the file. */
  private final int[] keyPlaces;

  /** The index of each key of a large mapping, built on first use. */
  private Map<String, Integer> indexes;

  /** A key and its value. */
  public record Entry(String key, Span keySpan, Tree value) {}

  /** The arrays are not copied. */
  Mapping(String[] keys, Tree[] values, int[] keyPlaces, SourceFile file, int start, int end) {
    super(file, start, end);
    this.keys = keys;
    this.values = values;
    this.keyPlaces = keyPlaces;
  }

  /** An empty mapping with the given position. */
  public static Mapping empty(Span span) {
    return new MappingBuilder().build(span);
  }

  /** A mapping of one key with the given position. */
  public static Mapping of(String key, Tree value, Span span) {
    return new MappingBuilder().put(key, value).build(span);
  }

  /** How many keys there are. */
  public int size() {
    return keys.length;
  }

  /** Whether there are no keys. */
  public boolean isEmpty() {
    return keys.length == 0;
  }

  /** The keys in the order of the file. */
  public List<String> keys() {
    return Collections.unmodifiableList(Arrays.asList(keys));
  }

  /** The values in the order of the file. */
  public List<Tree> values() {
    return Collections.unmodifiableList(Arrays.asList(values));
  }

  /** The key at an index in the order of the file. */
  public String key(int index) {
    return keys[index];
  }

  /** The value at an index in the order of the file. */
  public Tree value(int index) {
    return values[index];
  }

  /** Keys and values in the order of the file. */
  public List<Entry> entries() {
    return new AbstractList<>() {
      @Override
      public Entry get(int index) {
        return new Entry(keys[index], keySpan(index), values[index]);
      }

      @Override
      public int size() {
        return keys.length;
      }
    };
  }

  /** The value under a key, which may be a null scalar. Java's null if the key is absent. */
  public Tree find(String key) {
    int index = indexOf(key);
    return index < 0 ? null : values[index];
  }

  private int indexOf(String key) {
    if (keys.length <= FEW) {
      // Strings remember their hashes, and most keys differ in them.
      int hash = key.hashCode();
      for (int i = 0; i < keys.length; i++) {
        if (keys[i].hashCode() == hash && keys[i].equals(key)) {
          return i;
        }
      }
      return -1;
    }
    if (indexes == null) {
      Map<String, Integer> made = new HashMap<>();
      for (int i = 0; i < keys.length; i++) {
        made.put(keys[i], i);
      }
      indexes = made;
    }
    return indexes.getOrDefault(key, -1);
  }

  /** Whether a key is present, even without a value. */
  public boolean has(String key) {
    return indexOf(key) >= 0;
  }

  /** The value of a key. A null value counts as absent. */
  public Optional<Tree> get(String key) {
    Tree value = find(key);
    return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  /** The position of a key, if it is present. If the key is not in the file, that of its value. */
  public Optional<Span> keySpan(String key) {
    int index = indexOf(key);
    return index < 0 ? Optional.empty() : Optional.of(keySpan(index));
  }

  private Span keySpan(int index) {
    return keyPlaces == null || keyPlaces[2 * index] < 0
        ? values[index].span()
        : new Span(file(), keyPlaces[2 * index], keyPlaces[2 * index + 1]);
  }

  /** The position of the value of a key. If there is none, that of the mapping. */
  public Span spanOf(String key) {
    Tree value = find(key);
    return value == null || value.isNull() ? span() : value.span();
  }

  /** The mapping under a key, or an empty one. */
  public Mapping mapping(String key) {
    return find(key) instanceof Mapping mapping ? mapping : empty(span());
  }

  /** The mapping under a key, if there is one. */
  public Optional<Mapping> mappingAt(String key) {
    return find(key) instanceof Mapping mapping ? Optional.of(mapping) : Optional.empty();
  }

  /** The items of the list under a key. Empty if there is no list. */
  public List<Tree> list(String key) {
    return find(key) instanceof Sequence sequence ? sequence.items() : List.of();
  }

  /** The mappings among the items of the list under a key. */
  public List<Mapping> mappings(String key) {
    List<Tree> items = list(key);
    List<Mapping> mappings = new ArrayList<>(items.size());
    for (Tree item : items) {
      if (item instanceof Mapping mapping) {
        mappings.add(mapping);
      }
    }
    return mappings;
  }

  /** The strings among the items of the list under a key. */
  public List<Located<String>> strings(String key) {
    List<Located<String>> strings = new ArrayList<>();
    for (Tree item : list(key)) {
      if (item instanceof Scalar scalar && scalar.isString()) {
        strings.add(new Located<>(scalar.text(), scalar.span()));
      }
    }
    return strings;
  }

  /** The text of the scalar under a key, if there is one that is not null. */
  public Optional<String> text(String key) {
    return find(key) instanceof Scalar scalar && !scalar.isNull()
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  /** The string under a key with its position. Scalars of other types count as absent. */
  public Optional<Located<String>> string(String key) {
    return find(key) instanceof Scalar scalar && scalar.isString()
        ? Optional.of(new Located<>(scalar.text(), scalar.span()))
        : Optional.empty();
  }

  /** The string under a key, or {@code otherwise}. */
  public String stringOr(String key, String otherwise) {
    return find(key) instanceof Scalar scalar && scalar.isString() ? scalar.text() : otherwise;
  }

  /** A string, or the digits of a number. A program that rewrites YAML may turn 1e9 into digits. */
  public Optional<Located<String>> stringOrNumber(String key) {
    return find(key) instanceof Scalar scalar && (scalar.isString() || scalar.isNumber())
        ? Optional.of(new Located<>(scalar.text(), scalar.span()))
        : Optional.empty();
  }

  /** Whether the value of a key is {@code true}. */
  public boolean isTrue(String key) {
    return find(key) instanceof Scalar scalar && scalar.isTrue();
  }

  /** Whether the value of a key is {@code false}. */
  public boolean isFalse(String key) {
    return find(key) instanceof Scalar scalar && scalar.isFalse();
  }

  /** The same mapping with a key set to a value. */
  public Mapping with(String key, Tree value) {
    return new MappingBuilder(this).put(key, value).build(span());
  }

  /** The same mapping with a key set to a value, unless it is already set. */
  public Mapping withDefault(String key, Tree value) {
    return has(key) ? this : with(key, value);
  }

  /** The same mapping with all keys of another one set. Returns this if the other one is empty. */
  public Mapping withAll(Mapping others) {
    if (others.isEmpty()) {
      return this;
    }
    MappingBuilder all = new MappingBuilder(this);
    for (int i = 0; i < others.keys.length; i++) {
      int[] place = others.file() == file() ? others.keyPlace(i) : new int[] {-1, -1};
      all.put(others.keys[i], place[0], place[1], others.values[i]);
    }
    return all.build(span());
  }

  /** The start and end of the key at an index. Both are -1 if the key is not in the file. */
  int[] keyPlace(int index) {
    return keyPlaces == null
        ? new int[] {-1, -1}
        : new int[] {keyPlaces[2 * index], keyPlaces[2 * index + 1]};
  }

  @Override
  public <T> T match(Cases<T> cases) {
    return cases.mapping(this);
  }

  @Override
  public boolean isSame(Tree other) {
    if (!(other instanceof Mapping mapping) || mapping.keys.length != keys.length) {
      return false;
    }
    for (int i = 0; i < keys.length; i++) {
      Tree value = mapping.find(keys[i]);
      if (value == null || !values[i].isSame(value)) {
        return false;
      }
    }
    return true;
  }
}
