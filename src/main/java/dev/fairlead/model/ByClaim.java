package dev.fairlead.model;

import java.util.HashMap;
import java.util.Map;

/**
 * Values by the claim that they belong to. A namespace that a manifest leaves out is unknown, so it
 * matches any: it is set later, by {@code kubectl -n} or kustomize. The first value counts.
 */
public final class ByClaim<T> {
  private final Map<ClaimRef, T> exact = new HashMap<>();
  private final Map<String, T> byName = new HashMap<>();

  /** Adds the value, unless the claim has one. */
  public void putIfAbsent(ClaimRef claim, T value) {
    exact.putIfAbsent(claim, value);
    byName.putIfAbsent(claim.name(), value);
  }

  /** Sets the value of the claim. */
  public void put(ClaimRef claim, T value) {
    exact.put(claim, value);
    byName.put(claim.name(), value);
  }

  /** The value of the claim, or {@code otherwise}. */
  public T getOrDefault(ClaimRef claim, T otherwise) {
    T value = get(claim);
    return value == null ? otherwise : value;
  }

  /** The value of the claim; null if there is none. */
  public T get(ClaimRef claim) {
    T value = exact.get(claim);
    if (value != null) {
      return value;
    }
    return claim.namespace().isEmpty()
        ? byName.get(claim.name())
        : exact.get(new ClaimRef("", claim.name()));
  }
}
