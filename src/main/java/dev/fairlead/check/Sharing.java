package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Pod;
import dev.fairlead.model.Tree;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeSource;
import dev.fairlead.model.Workload;
import dev.fairlead.model.WorkloadKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One claim under more pods than its access mode serves: of a ReadWriteOncePod claim the second pod
 * stays Pending, of a ReadWriteOnce disk a pod on a second node can't attach it. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes">Access
 * modes</a>.
 */
final class Sharing implements Rule {
  /** Sources that are attached to one node; file shares are not. */
  private static final Set<String> DISKS =
      Set.of(
          "awsElasticBlockStore",
          "azureDisk",
          "cinder",
          "fc",
          "gcePersistentDisk",
          "iscsi",
          "vsphereVolume");

  private static final Pattern DISK_DRIVERS =
      Pattern.compile(
          "(ebs\\.csi\\.aws|disk\\.csi\\.azure|cinder\\.csi\\.openstack)\\..*"
              + "|pd\\.csi\\.storage\\.gke\\.io|csi\\.vsphere\\.vmware\\.com|.*rbd\\.csi\\.ceph\\.com");

  @Override
  public void check(Plan plan, Findings findings) {
    Map<ClaimRef, Volume> volumes = new HashMap<>();
    plan.volumes()
        .filter(volume -> volume.claimRef().isPresent())
        .forEach(volume -> volumes.putIfAbsent(volume.claimRef().get().value(), volume));
    Map<ClaimRef, Workload> users = new HashMap<>();
    plan.workloads()
        .forEach(
            workload ->
                Pod.of(workload)
                    .claimVolumes()
                    .forEach(
                        pod -> {
                          Tree.Mapping source = pod.mapping("persistentVolumeClaim");
                          ClaimRef claim =
                              new ClaimRef(
                                  workload.namespace(), source.text("claimName").orElse(""));
                          Volume volume = volumes.get(claim);
                          Workload first = users.putIfAbsent(claim, workload);
                          if (volume != null) {
                            Span span = source.spanOf("claimName");
                            check(volume, claim, workload, first, span, findings);
                          }
                        }));
  }

  private static void check(
      Volume volume,
      ClaimRef claim,
      Workload workload,
      Workload first,
      Span span,
      Findings findings) {
    List<AccessMode> modes = volume.accessModes().value();
    String many = severalPods(workload);
    if (modes.contains(AccessMode.READ_WRITE_ONCE_POD)) {
      String problem = many.isEmpty() ? "" : " but " + many;
      if (problem.isEmpty() && first != null && first != workload) {
        problem = ", which " + first.kind() + " " + quote(first.name()) + " mounts too";
      }
      if (!problem.isEmpty()) {
        findings.add(
            Code.ONCE_POD_SHARED,
            span,
            workload.kind()
                + " "
                + quote(workload.name())
                + " mounts the ReadWriteOncePod claim "
                + quote(claim.name())
                + problem
                + ": the second pod would stay Pending",
            "use one pod, or another access mode");
      }
    } else if (modes.equals(List.of(AccessMode.READ_WRITE_ONCE)) && isDisk(volume)) {
      many = many.isEmpty() ? surging(workload) : many;
      if (many.isEmpty()) {
        return;
      }
      findings.warn(
          Code.ONCE_SHARED,
          List.of(workload, volume),
          span,
          workload.kind()
              + " "
              + quote(workload.name())
              + " mounts the ReadWriteOnce disk "
              + quote(volume.name())
              + " but "
              + many
              + ": pods on a second node could not attach it",
          "use strategy: {type: Recreate} and one replica, or give each pod a disk of its own with each");
    }
  }

  /** Why there may be more than one pod at a time; empty if there is one. */
  private static String severalPods(Workload workload) {
    return switch (workload.kind()) {
      case DAEMON_SET -> "has a pod on every node";
      case DEPLOYMENT, STATEFUL_SET -> several(workload.spec(), "replicas");
      case JOB -> several(workload.spec(), "parallelism");
      case CRON_JOB ->
          several(workload.spec().mapping("jobTemplate").mapping("spec"), "parallelism");
      case POD -> "";
    };
  }

  /** Whether a Deployment starts the new pod before the old one has gone. */
  private static String surging(Workload workload) {
    Tree.Mapping strategy = workload.spec().mapping("strategy");
    boolean rolling =
        workload.kind() == WorkloadKind.DEPLOYMENT
            && !workload.spec().text("replicas").orElse("1").equals("0")
            && !strategy.text("type").orElse("RollingUpdate").equals("Recreate")
            && !strategy.mapping("rollingUpdate").text("maxSurge").orElse("25%").matches("0%?");
    return rolling ? "starts a new pod beside the old one at every update" : "";
  }

  private static String several(Tree.Mapping spec, String field) {
    String count = spec.text(field).orElse("1");
    return count.equals("1") || count.equals("0") ? "" : "has " + field + ": " + count;
  }

  private static boolean isDisk(Volume volume) {
    VolumeSource source = volume.source().value();
    return source.isCsi()
        ? DISK_DRIVERS.matcher(source.fields().text("driver").orElse("")).matches()
        : DISKS.contains(source.type());
  }
}
