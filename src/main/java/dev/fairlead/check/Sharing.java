package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.driver.Driver;
import dev.fairlead.driver.Storage;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Pod;
import dev.fairlead.model.SourceType;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeSource;
import dev.fairlead.model.Workload;
import dev.fairlead.model.WorkloadKind;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A claim that more pods mount than its access mode allows. With ReadWriteOncePod the second pod
 * stays Pending; with ReadWriteOnce a pod on a second node can't attach the disk. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes">Access
 * modes</a>.
 */
final class Sharing extends Rule {
  private static final List<AccessMode> ONCE = List.of(AccessMode.READ_WRITE_ONCE);

  @Override
  void check(Plan plan, Findings findings) {
    Map<ClaimRef, Use> users = new HashMap<>();
    for (Use use : uses(plan)) {
      Use before = users.putIfAbsent(use.claim(), use);
      Use first = before != null && before.workload() != use.workload() ? before : null;
      Volume volume = plan.volumeFor(use.claim());
      List<AccessMode> of = modes(plan.claim(use.claim()), volume);
      if (of.contains(AccessMode.READ_WRITE_ONCE_POD)) {
        oncePod(use, first, findings);
      } else if (of.equals(ONCE) && volume != null && isDisk(volume, findings)) {
        once(use, first, volume, findings);
      }
    }
  }

  /** The scheduler uses the access modes of the claim. */
  private static List<AccessMode> modes(Claim claim, Volume volume) {
    if (claim != null) {
      return claim.accessModes().value();
    }
    return volume == null ? List.of() : volume.accessModes().value();
  }

  /** A claim that a pod of the workload mounts. */
  private record Use(Workload workload, ClaimRef claim, Span span) {}

  /** The claims that running pods mount. */
  private static List<Use> uses(Plan plan) {
    List<Use> uses = new ArrayList<>();
    for (Workload workload : plan.workloads()) {
      if (runs(workload)) {
        for (Mapping volume : Pod.of(workload).claimVolumes()) {
          Mapping source = volume.mapping("persistentVolumeClaim");
          String name = source.text("claimName").orElse("");
          ClaimRef claim = new ClaimRef(workload.namespace(), name);
          uses.add(new Use(workload, claim, source.spanOf("claimName")));
        }
      }
    }
    return uses;
  }

  private static void oncePod(Use use, Use first, Findings findings) {
    String many = severalPods(use.workload());
    if (!many.isEmpty()) {
      findings.add(oncePod(use, " but " + many));
    } else if (first != null) {
      Workload other = first.workload();
      findings.add(
          oncePod(use, message(", which {} {} mounts too", other.kind(), other.name()))
              .withRelated(first.span(), "the other mount"));
    }
  }

  private static Diagnostic oncePod(Use use, String problem) {
    return Diagnostic.of(
            Code.ONCE_POD_SHARED,
            use.span(),
            message(
                "{} {} mounts the ReadWriteOncePod claim {}{}: the second pod would stay Pending",
                use.workload().kind(),
                use.workload().name(),
                use.claim().name(),
                plain(problem)))
        .withHint("use one pod, or another access mode");
  }

  private static void once(Use use, Use first, Volume disk, Findings findings) {
    Workload workload = use.workload();
    String many = severalPods(workload);
    if (!many.isEmpty()) {
      String own = findings.hint("each", "the volumeClaimTemplates of a StatefulSet");
      String hint =
          switch (workload.kind()) {
            case DAEMON_SET ->
                "use a file share or a hostPath, or a Deployment of one pod instead of the"
                    + " DaemonSet";
            case STATEFUL_SET -> "run one pod, or give each pod a disk of its own with " + own;
            case DEPLOYMENT,
                REPLICA_SET,
                REPLICATION_CONTROLLER,
                JOB,
                CRON_JOB,
                POD,
                POD_TEMPLATE ->
                "run one pod, use a file share, or give each pod a disk of its own: a StatefulSet"
                    + " with "
                    + findings.hint("each", "volumeClaimTemplates");
          };
      findings.warn(List.of(workload, disk), shared(use, disk, many).withHint(hint));
    } else if (isSurging(workload)) {
      String hint =
          workload.existing().isPresent()
              ? "write spec.strategy: {type: Recreate} in the Deployment's own manifest, or in a"
                  + " patch of kustomize"
              : "write strategy: {type: Recreate} under spec";
      findings.warn(
          List.of(workload, disk),
          shared(use, disk, "starts the new pod of an update before the old one stops")
              .withHint(hint));
    } else if (first != null && stays(first.workload()) && stays(workload)) {
      Workload other = first.workload();
      String hint =
          findings.hint(
              "give each a disk of its own, use a file share, or keep their pods on one node with"
                  + " podSpec.affinity and write ignore: [once-shared]",
              "give each a disk of its own, use a file share, or keep their pods on one node with"
                  + " podAffinity");
      findings.warn(
          List.of(workload, disk),
          shared(use, disk, message("{} {} mounts it too", other.kind(), other.name()))
              .withHint(hint)
              .withRelated(first.span(), "the other mount"));
    }
  }

  /** Whether the pods of the workload run until somebody stops them. */
  private static boolean stays(Workload workload) {
    return switch (workload.kind()) {
      case DAEMON_SET, DEPLOYMENT, STATEFUL_SET, REPLICA_SET, REPLICATION_CONTROLLER -> true;
      case JOB, CRON_JOB, POD, POD_TEMPLATE -> false;
    };
  }

  private static Diagnostic shared(Use use, Volume disk, String why) {
    return Diagnostic.of(
        Code.ONCE_SHARED,
        use.span(),
        message(
            "{} {} mounts the ReadWriteOnce disk {} but {}: pods on a second node could not attach"
                + " it",
            use.workload().kind(),
            use.workload().name(),
            disk.name(),
            plain(why)));
  }

  /** Whether there are pods: a PodTemplate runs none, nor does a workload with 0 replicas. */
  private static boolean runs(Workload workload) {
    return workload.kind() != WorkloadKind.POD_TEMPLATE
        && !workload.spec().text("replicas").orElse("1").equals("0");
  }

  /** Why there may be several pods at a time; empty if there is only one. */
  static String severalPods(Workload workload) {
    return switch (workload.kind()) {
      case DAEMON_SET -> "has a pod on every node";
      case DEPLOYMENT, STATEFUL_SET, REPLICA_SET, REPLICATION_CONTROLLER ->
          several(workload.spec(), "replicas");
      case JOB -> several(workload.spec(), "parallelism");
      case CRON_JOB ->
          several(workload.spec().mapping("jobTemplate").mapping("spec"), "parallelism");
      case POD, POD_TEMPLATE -> "";
    };
  }

  private static String several(Mapping spec, String field) {
    String count = spec.text(field).orElse("1");
    return count.equals("1") || count.equals("0") ? "" : "has " + field + ": " + count;
  }

  /** Whether a Deployment starts the new pod before the old one stops. */
  private static boolean isSurging(Workload workload) {
    Mapping strategy = workload.spec().mapping("strategy");
    return workload.kind() == WorkloadKind.DEPLOYMENT
        && !strategy.text("type").orElse("RollingUpdate").equals("Recreate")
        && !strategy.mapping("rollingUpdate").text("maxSurge").orElse("25%").matches("0%?");
  }

  /** A driver that isn't known counts as one of disks: those of shares say ReadWriteMany. */
  private static boolean isDisk(Volume volume, Findings findings) {
    VolumeSource source = volume.source().value();
    if (!source.isCsi()) {
      return source.type().backend() == SourceType.Backend.DISK;
    }
    Optional<Driver> driver = findings.drivers().of(volume);
    return driver.isEmpty() || driver.get().storage() == Storage.DISK;
  }
}
