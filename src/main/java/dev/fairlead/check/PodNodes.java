package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.check.ClaimedVolumes.Mounted;
import dev.fairlead.check.TemplateClaims.Template;
import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Volume;
import dev.fairlead.model.Workload;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A pod whose volumes, node selector and node affinity want different nodes, such as disks of two
 * zones or a local volume of another node. No node satisfies both. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#node-affinity">Node
 * affinity</a>.
 */
final class PodNodes extends Rule {
  @Override
  void check(Plan plan, Findings findings) {
    if (plan.workloads().isEmpty()) {
      return;
    }
    ClaimedVolumes volumes = new ClaimedVolumes(plan);
    TemplateClaims made = new TemplateClaims(plan);
    Map<Workload, Map<String, List<Mounted>>> ofSets =
        made.templates().isEmpty() ? Map.of() : ofSets(plan, made);
    for (Workload workload : plan.workloads()) {
      List<Mounted> shared = volumes.of(workload);
      Map<String, List<Mounted>> ofPods = ofSets.get(workload);
      if (ofPods == null) {
        check(workload, shared, findings);
      } else {
        for (List<Mounted> own : ofPods.values()) {
          List<Mounted> all = new ArrayList<>(shared);
          all.addAll(own);
          check(workload, all, findings);
        }
      }
    }
  }

  /** The volumes that are reserved for each pod of a StatefulSet, by its number. */
  private static Map<Workload, Map<String, List<Mounted>>> ofSets(Plan plan, TemplateClaims made) {
    Map<Workload, Map<String, List<Mounted>>> sets = new IdentityHashMap<>();
    for (Volume volume : plan.volumes()) {
      if (volume.claimRef().isPresent()) {
        ClaimRef claim = volume.claimRef().get().value();
        Template template = made.of(claim);
        if (template != null) {
          String pod = claim.name().substring(template.base().length());
          Map<String, List<Mounted>> ofPods = sets.get(template.set());
          if (ofPods == null) {
            ofPods = new TreeMap<>();
            sets.put(template.set(), ofPods);
          }
          List<Mounted> own = ofPods.get(pod);
          if (own == null) {
            own = new ArrayList<>();
            ofPods.put(pod, own);
          }
          own.add(new Mounted(volume, template.fields()));
        }
      }
    }
    return sets;
  }

  private static void check(Workload workload, List<Mounted> mounted, Findings findings) {
    if (mounted.isEmpty()) {
      return;
    }
    List<NodeWish> wishes = NodeWish.ofPod(workload.podSpec());
    for (Mounted mount : mounted) {
      for (NodeWish mine : NodeWish.ofVolume(mount.volume())) {
        for (NodeWish other : wishes) {
          if (mine.excludes(other)) {
            report(workload, mount, mine, other, findings);
            break;
          }
        }
        wishes.add(mine);
      }
    }
  }

  private static void report(
      Workload workload, Mounted mount, NodeWish mine, NodeWish other, Findings findings) {
    findings.add(
        Diagnostic.of(
                Code.NODE_CONFLICT,
                mount.entry().span(),
                message(
                    "{} {} mounts volume {}, which is only on nodes with {} {}, but {} wants {}:"
                        + " the pod would stay Pending",
                    workload.kind(),
                    workload.name(),
                    mount.volume().name(),
                    plain(mine.label()),
                    mine.values(),
                    other.by(),
                    other.values()))
            .withHint(
                other.ofVolume()
                    ? "mount volumes of the same "
                        + (mine.isZone() ? "zone" : "nodes")
                        + " in one pod"
                    : "let the pod run where the volume is, or mount a volume that is there")
            .withRelated(
                mine.span(), message("volume {} wants {}", mount.volume().name(), mine.values()))
            .withRelated(other.span(), message("{} wants {}", other.by(), other.values())));
  }
}
