package dev.fairlead.folder;

import dev.fairlead.model.Quantity;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Tree;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which fields of each kind are immutable after creation in the newest version of Kubernetes, and
 * what to do about them.
 */
public enum FrozenKind {
  PERSISTENT_VOLUME(
      "PersistentVolume",
      allBut(
          "capacity|accessModes|persistentVolumeReclaimPolicy|storageClassName|mountOptions"
              + "|volumeAttributesClassName"),
      Remedy.PAIR) {
    @Override
    public boolean freezes(Difference difference, Mapping before) {
      // A field that is not set can be set once.
      boolean settable =
          Set.of("spec.claimRef", "spec.nodeAffinity", "spec.csi.controllerExpandSecretRef")
              .contains(difference.path());
      return super.freezes(difference, before) && !(settable && difference.before().isEmpty());
    }

    @Override
    String consequence(Difference difference) {
      return difference.path().startsWith("spec.claimRef")
          ? "would leave a claim that is bound to it Lost"
          : super.consequence(difference);
    }
  },
  PERSISTENT_VOLUME_CLAIM("PersistentVolumeClaim", Pattern.compile(".*"), Remedy.PAIR) {
    @Override
    public boolean freezes(Difference difference, Mapping before) {
      return switch (difference.path()) {
        case "spec.volumeAttributesClassName" -> difference.after().isEmpty();
        case "spec.resources.requests.storage" -> !mayGrow(difference, before);
        default -> true;
      };
    }
  },
  STATEFUL_SET(
      "StatefulSet",
      allBut(
          "replicas|ordinals|template|updateStrategy|revisionHistoryLimit|minReadySeconds"
              + "|persistentVolumeClaimRetentionPolicy"),
      "delete the StatefulSet with --cascade=orphan, which keeps its pods and claims, then apply") {
    @Override
    public boolean freezes(Difference difference, Mapping before) {
      // The API server stores both in claim templates, whether they are written or not.
      boolean implied =
          difference.before().isEmpty()
              && difference
                  .path()
                  .matches("spec\\.volumeClaimTemplates\\[\\d+]\\.(apiVersion|kind)");
      return super.freezes(difference, before) && !implied;
    }
  },
  DEPLOYMENT("Deployment", only("selector"), Remedy.WORKLOAD),
  DAEMON_SET("DaemonSet", only("selector"), Remedy.WORKLOAD),
  JOB(
      "Job",
      only(
          "selector|template|completions|completionMode|podFailurePolicy|successPolicy"
              + "|backoffLimitPerIndex|managedBy"),
      Remedy.WORKLOAD),
  POD(
      "Pod",
      Pattern.compile(
          "spec(?!\\.(activeDeadlineSeconds|tolerations)\\b)"
              + "(?!\\.(initContainers|containers)\\[\\d+\\]\\.image$).*"),
      Remedy.WORKLOAD);

  /** Remedies that several kinds share. */
  private static final class Remedy {
    static final String PAIR =
        "make sure that the volume's reclaim policy in the cluster is Retain, to keep the disk;"
            + " delete the claim and the volume, then apply";
    static final String WORKLOAD = "delete it, then apply";
  }

  private final String word;
  private final Pattern frozen;
  private final String remedy;

  FrozenKind(String word, Pattern frozen, String remedy) {
    this.word = word;
    this.frozen = frozen;
    this.remedy = remedy;
  }

  /** The kind with this spelling, if it has immutable fields. */
  public static Optional<FrozenKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  private static Pattern only(String fields) {
    return Pattern.compile("spec\\.(" + fields + ")\\b.*");
  }

  private static Pattern allBut(String fields) {
    return Pattern.compile("spec\\.(?!(" + fields + ")\\b).*");
  }

  /** Whether the API server rejects this change. */
  public boolean freezes(Difference difference, Mapping before) {
    return frozen.matcher(difference.path()).matches();
  }

  /** What happens if the change is applied. */
  String consequence(Difference difference) {
    return "the API server rejects after creation";
  }

  /** How to make the change anyway. */
  public String remedy() {
    return remedy;
  }

  /** The kind as Kubernetes spells it. */
  @Override
  public String toString() {
    return word;
  }

  /** A claim without a class never grows. Other claims grow if their class allows it. */
  private static boolean mayGrow(Difference difference, Mapping claim) {
    Optional<Quantity> before = quantity(difference.before());
    Optional<Quantity> after = quantity(difference.after());
    if (before.isEmpty() || after.isEmpty()) {
      return false;
    }
    int growth = after.get().compareTo(before.get());
    boolean hasClass = !claim.mapping("spec").text("storageClassName").orElse("default").isEmpty();
    return growth == 0 || (growth > 0 && hasClass);
  }

  private static Optional<Quantity> quantity(Optional<Tree> value) {
    return value.isPresent() && value.get() instanceof Scalar size
        ? Quantity.parse(size.text())
        : Optional.empty();
  }
}
