package dev.fairlead.mustache;

/**
 * The names that a template can use for an object. Views switch over the names instead of using
 * reflection: the list is complete, and the first call is fast.
 */
public interface View {
  /** The result of {@code get} for an unknown name. */
  Object UNKNOWN = new Object();

  /**
   * The value of a name: a scalar, a {@link View}, a list of them, null or empty if there is none,
   * or {@link #UNKNOWN}.
   */
  Object get(String name);
}
