package dev.fairlead.model;

import java.util.Optional;

/**
 * What works only in some versions of Kubernetes, with the gates as they are by default. The
 * columns: the field or source, the first version in which it works, the first one in which it no
 * longer works, what happens in the others, and what to do instead. See <a
 * href="https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/">Feature
 * gates</a> and <a href="https://kubernetes.io/docs/concepts/storage/volumes/">Volumes</a>.
 */
public enum VersionFact {
  ATTRIBUTES_CLASS("volumeAttributesClassName", 34, Facts.NEVER, Facts.DROPPED, Facts.LEAVE_OUT),
  RECURSIVE_READ_ONLY("recursiveReadOnly", 31, Facts.NEVER, Facts.DROPPED, Facts.LEAVE_OUT),
  // Its subPath works since 1.33, when the source itself was still off.
  IMAGE("image", 35, Facts.NEVER, Facts.DROPPED, "copy the files in an init container instead"),
  GIT_REPO(
      "gitRepo", 0, 33, Facts.NOT_MOUNTED, "clone into an emptyDir in an init container instead"),
  CEPHFS("cephfs", 0, 31, Facts.NOT_MOUNTED, Facts.CSI),
  FLOCKER("flocker", 0, 25, Facts.NOT_MOUNTED, Facts.CSI),
  GLUSTERFS("glusterfs", 0, 26, Facts.NOT_MOUNTED, Facts.CSI),
  PHOTON_PERSISTENT_DISK("photonPersistentDisk", 0, 16, Facts.NOT_MOUNTED, Facts.CSI),
  QUOBYTE("quobyte", 0, 25, Facts.NOT_MOUNTED, Facts.CSI),
  RBD("rbd", 0, 31, Facts.NOT_MOUNTED, Facts.CSI),
  SCALE_IO("scaleIO", 0, 22, Facts.NOT_MOUNTED, Facts.CSI),
  STORAGEOS("storageos", 0, 25, Facts.NOT_MOUNTED, Facts.CSI);

  private final String what;
  private final int since;
  private final int until;
  private final String outside;
  private final String instead;

  VersionFact(String what, int since, int until, String outside, String instead) {
    this.what = what;
    this.since = since;
    this.until = until;
    this.outside = outside;
    this.instead = instead;
  }

  /** The fact about a source of volumes or of pod volumes, if there is one. */
  public static Optional<VersionFact> ofSource(String key) {
    for (VersionFact fact : values()) {
      if (fact.what.equals(key)) {
        return Optional.of(fact);
      }
    }
    return Optional.empty();
  }

  /** The field or source. */
  public String what() {
    return what;
  }

  /** Whether it works in a version. */
  public boolean worksIn(KubernetesVersion version) {
    return since <= version.minor() && version.minor() < until;
  }

  /** Whether it no longer works in a version. */
  public boolean isGoneIn(KubernetesVersion version) {
    return until <= version.minor();
  }

  /** The first version in which it works. */
  public KubernetesVersion since() {
    return new KubernetesVersion(since);
  }

  /** The first version in which it no longer works. */
  public KubernetesVersion until() {
    return new KubernetesVersion(until);
  }

  /** What happens in other versions. */
  public String outside() {
    return outside;
  }

  /** What to do instead. */
  public String instead() {
    return instead;
  }

  private static final class Facts {
    static final int NEVER = Integer.MAX_VALUE;
    static final String DROPPED = "the API server drops it";
    static final String NOT_MOUNTED = "no node can mount it";
    static final String LEAVE_OUT = "leave it out";
    static final String CSI = "use the CSI driver of the storage, if there is one";
  }
}
