package dev.fairlead.model;

import java.util.Optional;

/** A minor version of Kubernetes, such as 1.34. */
public record KubernetesVersion(int minor) {
  /** The oldest version about which fairlead knows enough. */
  public static final KubernetesVersion OLDEST = new KubernetesVersion(30);

  /** The newest version about which fairlead knows enough. */
  public static final KubernetesVersion NEWEST = new KubernetesVersion(37);

  /**
   * The versions that count where none is named: those with patch releases from upstream, and the
   * one before them, which clouds still support. See <a
   * href="https://kubernetes.io/releases/">Releases</a>, and change both with each minor release.
   */
  public static final KubernetesVersion OLDEST_SUPPORTED = new KubernetesVersion(34);

  public static final KubernetesVersion NEWEST_SUPPORTED = new KubernetesVersion(37);

  /** What is accepted, for messages. */
  public static final String ACCEPTED = "\"" + OLDEST + "\" to \"" + NEWEST + "\"";

  private static final String MAJOR = "1.";

  /** The version with this text, such as {@code 1.34}, if fairlead knows it. */
  public static Optional<KubernetesVersion> of(String text) {
    for (int minor = OLDEST.minor; minor <= NEWEST.minor; minor++) {
      if (text.equals(MAJOR + minor)) {
        return Optional.of(new KubernetesVersion(minor));
      }
    }
    return Optional.empty();
  }

  /** The version after this one. */
  public KubernetesVersion next() {
    return new KubernetesVersion(minor + 1);
  }

  /** Whether this version came out before another one. */
  public boolean isBefore(KubernetesVersion other) {
    return minor < other.minor;
  }

  @Override
  public String toString() {
    return MAJOR + minor;
  }
}
