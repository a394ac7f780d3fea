package dev.fairlead.mustache;

/**
 * What a template can name in a thing it is shown. Views switch over names rather than reflect: it
 * is the whole list, and it is fast from the first call.
 */
public interface View {
  /** What {@code get} returns for a name that the thing does not have. */
  Object UNKNOWN = new Object();

  /** A value, a {@link View}, a list of them, null or empty for none, or {@link #UNKNOWN}. */
  Object get(String name);
}
