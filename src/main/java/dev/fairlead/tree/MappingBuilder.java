package dev.fairlead.tree;

import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.diagnostic.Span;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Collects the entries of a mapping. A key keeps the index of its first mention. */
public final class MappingBuilder {
  private static final int NOWHERE = -1;

  private String[] keys;
  private Tree[] values;
  private int[] keyPlaces;
  private boolean inFile;
  private int size;

  /** The index of each key, built once there are many. */
  private Map<String, Integer> indexes;

  /** A builder without entries. */
  public MappingBuilder() {
    this.keys = new String[8];
    this.values = new Tree[8];
    this.keyPlaces = new int[16];
  }

  /**
   * A builder with the entries of a mapping. Keys keep their positions if the result is in the same
   * file.
   */
  public MappingBuilder(Mapping mapping) {
    int room = mapping.size() + 4;
    this.keys = new String[room];
    this.values = new Tree[room];
    this.keyPlaces = new int[2 * room];
    for (int i = 0; i < mapping.size(); i++) {
      int[] place = mapping.keyPlace(i);
      put(mapping.keys().get(i), place[0], place[1], mapping.values().get(i));
    }
  }

  /** Sets a key that is not in the file. */
  public MappingBuilder put(String key, Tree value) {
    return put(key, NOWHERE, NOWHERE, value);
  }

  /** Sets a key that is not in the file to a string with the given position. */
  public MappingBuilder put(String key, String text, Span span) {
    return put(key, Scalar.string(text, span));
  }

  /** Sets the key at an index of another mapping of the same file to a value. */
  public MappingBuilder put(Mapping mapping, int index, Tree value) {
    int[] place = mapping.keyPlace(index);
    return put(mapping.key(index), place[0], place[1], value);
  }

  /** Sets a key that is between two offsets of the file. */
  public MappingBuilder put(String key, int start, int end, Tree value) {
    int index = indexOf(key);
    if (index < 0) {
      index = size++;
      if (index == keys.length) {
        keys = Arrays.copyOf(keys, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
        keyPlaces = Arrays.copyOf(keyPlaces, 4 * size);
      }
      if (indexes != null) {
        indexes.put(key, index);
      }
    }
    keys[index] = key;
    values[index] = value;
    keyPlaces[2 * index] = start;
    keyPlaces[2 * index + 1] = end;
    inFile = inFile || start >= 0;
    return this;
  }

  /** The index of a key in the order of first mentions, or -1. */
  private int indexOf(String key) {
    if (size <= Mapping.FEW) {
      for (int i = 0; i < size; i++) {
        if (keys[i].equals(key)) {
          return i;
        }
      }
      return -1;
    }
    if (indexes == null) {
      indexes = new HashMap<>();
      for (int i = 0; i < size; i++) {
        indexes.put(keys[i], i);
      }
    }
    return indexes.getOrDefault(key, -1);
  }

  /** Whether a key was set. */
  public boolean has(String key) {
    return indexOf(key) >= 0;
  }

  /**
   * The offset where a key begins in the file. Less than 0 if it was not set or is not in the file.
   */
  public int keyStart(String key) {
    int index = indexOf(key);
    return index < 0 ? NOWHERE : keyPlaces[2 * index];
  }

  /** The offset after a key in the file. Less than 0 if it was not set or is not in the file. */
  public int keyEnd(String key) {
    int index = indexOf(key);
    return index < 0 ? NOWHERE : keyPlaces[2 * index + 1];
  }

  /** The mapping, with the given position. */
  public Mapping build(Span span) {
    return build(span.file(), span.start(), span.end());
  }

  /** The mapping, between two offsets of a file. */
  public Mapping build(SourceFile file, int start, int end) {
    return new Mapping(
        Arrays.copyOf(keys, size),
        Arrays.copyOf(values, size),
        inFile ? Arrays.copyOf(keyPlaces, 2 * size) : null,
        file,
        start,
        end);
  }
}
