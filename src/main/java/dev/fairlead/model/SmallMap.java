package dev.fairlead.model;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * A few entries in an order of their own, never changed. A third of the memory of a hash map, of
 * which long plans would have many; keys are looked for one after the other.
 */
final class SmallMap<V> extends AbstractMap<String, V> {
  private final String[] keys;
  private final V[] values;

  /** The arrays are not copied. */
  SmallMap(String[] keys, V[] values) {
    this.keys = keys;
    this.values = values;
  }

  @Override
  public V get(Object key) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i].equals(key)) {
        return values[i];
      }
    }
    return null;
  }

  @Override
  public boolean containsKey(Object key) {
    return get(key) != null;
  }

  @Override
  public int size() {
    return keys.length;
  }

  @Override
  public Set<Map.Entry<String, V>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return keys.length;
      }

      @Override
      public Iterator<Map.Entry<String, V>> iterator() {
        return new Entries();
      }
    };
  }

  private final class Entries implements Iterator<Map.Entry<String, V>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < keys.length;
    }

    @Override
    public Map.Entry<String, V> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      next++;
      return Map.entry(keys[next - 1], values[next - 1]);
    }
  }
}
