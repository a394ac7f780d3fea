package dev.fairlead.model;

import java.util.HashMap;
import java.util.Map;

/**
 * Keeps one of equal values: most volumes of a long spec have what its defaults say. Remembers only
 * the first few hundred, so that values which never recur cost nothing.
 */
public final class Shared {
  private static final int MOST = 500;

  private final Map<At<?>, At<?>> known = new HashMap<>();

  /** The value, or the one equal to it that was there first. */
  @SuppressWarnings("unchecked")
  <T> At<T> same(At<T> value) {
    At<?> first = known.size() < MOST ? known.putIfAbsent(value, value) : known.get(value);
    return first == null ? value : (At<T>) first;
  }
}
