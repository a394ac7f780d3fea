package dev.fairlead.model;

/**
 * What happens to a volume when its claim is deleted. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming">Reclaiming</a>.
 */
public enum ReclaimPolicy {
  RETAIN("Retain"),
  DELETE("Delete"),
  RECYCLE("Recycle");

  private final String word;

  ReclaimPolicy(String word) {
    this.word = word;
  }

  /** The policy with this name; Retain, the default, for any other word. */
  public static ReclaimPolicy of(String word) {
    for (ReclaimPolicy policy : values()) {
      if (policy.word.equals(word)) {
        return policy;
      }
    }
    return RETAIN;
  }

  /** The name in Kubernetes, such as {@code Retain}. */
  @Override
  public String toString() {
    return word;
  }
}
