package dev.fairlead.plan;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.ShellWords;
import dev.fairlead.live.Dump;
import dev.fairlead.live.LiveCondition;
import dev.fairlead.live.LiveKind;
import dev.fairlead.live.LiveWorkload;
import dev.fairlead.live.OwnerRef;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.WorkloadKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who uses the claims that go, and whether they can be stopped. A claim that a pod mounts is not
 * deleted before the pod is gone, see <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#storage-object-in-use-protection">Storage
 * Object in Use Protection</a>.
 */
final class Users {
  private final Decisions decisions;
  private final Dump dump;

  /** The workloads to stop. */
  final Map<ObjectRef, User> stopped = new LinkedHashMap<>();

  /** Claims that somebody uses who can't be stopped, with the reason. */
  final Map<ClaimRef, String> blocked = new LinkedHashMap<>();

  Users(Decisions decisions) {
    this.decisions = decisions;
    this.dump = decisions.live.dump();
  }

  void decide() {
    for (ClaimRef claim : decisions.goneClaims.keySet()) {
      if (!dump.knows(LiveKind.POD)) {
        blocked.put(
            claim,
            message(
                "the dump has no pods, so nobody knows who uses claim {}: add pods to kubectl get,"
                    + " or write --complete pods if there are none",
                claim.toString()));
        continue;
      }
      for (LiveWorkload user : dump.users(claim)) {
        decide(claim, user);
      }
    }
    // What an earlier plan has stopped and was then interrupted.
    for (LiveWorkload workload : dump.workloads()) {
      if (User.recorded(workload).isPresent() && concerns(workload)) {
        stopped.computeIfAbsent(User.ref(workload), ref -> new User(workload, new ArrayList<>()));
      }
    }
  }

  private boolean concerns(LiveWorkload workload) {
    return decisions.desired.workload(User.ref(workload)).isPresent()
        || claims(workload).stream().anyMatch(decisions.desired.claims()::containsKey);
  }

  private List<ClaimRef> claims(LiveWorkload workload) {
    List<ClaimRef> claims = new ArrayList<>(workload.claims());
    for (ClaimRef claim : decisions.desired.claims().keySet()) {
      ClaimRef base = new ClaimRef(claim.namespace(), claim.withoutOrdinal());
      if (workload.claimBases().contains(base)) {
        claims.add(claim);
      }
    }
    return claims;
  }

  private void decide(ClaimRef claim, LiveWorkload user) {
    if (isIdle(user)) {
      return;
    }
    LiveWorkload root = dump.root(user);
    String reason = reason(claim, user, root);
    if (!reason.isEmpty()) {
      blocked.putIfAbsent(claim, reason);
      return;
    }
    if (!isIdle(root)) {
      List<ClaimRef> claims =
          stopped
              .computeIfAbsent(User.ref(root), ref -> new User(root, new ArrayList<>()))
              .claims();
      if (!claims.contains(claim)) {
        claims.add(claim);
      }
    }
  }

  /** Whether it runs no pods, and will not by itself. */
  private static boolean isIdle(LiveWorkload workload) {
    return switch (workload.kind()) {
      case POD -> workload.isFinished() && workload.nodeName().isEmpty();
      case POD_TEMPLATE -> true;
      case JOB -> workload.conditions().stream().anyMatch(Users::isEnd);
      case DEPLOYMENT, STATEFUL_SET, REPLICA_SET, REPLICATION_CONTROLLER ->
          workload.replicas() == 0 && User.recorded(workload).isEmpty();
      case CRON_JOB -> workload.spec().isTrue("suspend") && User.recorded(workload).isEmpty();
      case DAEMON_SET -> false;
    };
  }

  private static boolean isEnd(LiveCondition condition) {
    return condition.isTrue()
        && (condition.type().equals("Complete") || condition.type().equals("Failed"));
  }

  /** Why the user can't be stopped; empty if it can. */
  private String reason(ClaimRef claim, LiveWorkload user, LiveWorkload root) {
    String name = User.ref(root).words();
    if (user.isFinished()) {
      return message(
          "{} has ended, but holds claim {} until it is deleted: run kubectl delete pod {}"
              + " --namespace {}, then make a new plan",
          plain(User.ref(user).words()),
          claim.toString(),
          plain(ShellWords.join(List.of(user.name()))),
          plain(ShellWords.join(List.of(user.claimNamespace()))));
    }
    if (root.kind() == WorkloadKind.CRON_JOB && user.kind() != WorkloadKind.CRON_JOB) {
      return message(
          "{} of {} mounts claim {} and runs to its end: wait for it, then make a new plan",
          plain(User.ref(user).words()),
          plain(name),
          claim.toString());
    }
    String mounts = message("mounts claim {}", claim.toString());
    Optional<OwnerRef> above = root.controller();
    if (above.isPresent()) {
      return message(
          "{} {} and belongs to {} {}, which is not in the dump: add it to kubectl get, or stop it"
              + " yourself and make a new plan",
          plain(name),
          plain(mounts),
          plain(above.get().kind()),
          above.get().name());
    }
    if (root.kind() == WorkloadKind.POD) {
      return message(
          "{} {} and has no controller that would start it again: stop it yourself, then make a"
              + " new plan",
          plain(name),
          plain(mounts));
    }
    if (!decisions.desired.claims().containsKey(claim)
        && decisions.desired.workload(User.ref(root)).isEmpty()) {
      return message(
          "{} {}, which would be gone, and no spec has it: change it yourself, or write it in a"
              + " spec",
          plain(name),
          plain(mounts));
    }
    return switch (root.kind()) {
      case DAEMON_SET, JOB ->
          message(
              "{} {} and can't be scaled down: stop it yourself, then make a new plan",
              plain(name),
              plain(mounts));
      case STATEFUL_SET -> deletesClaims(root, name);
      case POD, POD_TEMPLATE, DEPLOYMENT, REPLICA_SET, REPLICATION_CONTROLLER, CRON_JOB -> "";
    };
  }

  /**
   * See <a
   * href="https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention">PersistentVolumeClaim
   * retention</a>.
   */
  private static String deletesClaims(LiveWorkload set, String name) {
    boolean deletes =
        set.spec()
            .mapping("persistentVolumeClaimRetentionPolicy")
            .stringOr("whenScaled", "Retain")
            .equals("Delete");
    return deletes
        ? message(
            "{} deletes its claims when it is scaled down: set"
                + " persistentVolumeClaimRetentionPolicy.whenScaled to Retain first",
            plain(name))
        : "";
  }
}
