package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.check.ClaimedVolumes.Mounted;
import dev.fairlead.check.TemplateClaims.Template;
import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Message;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Volume;
import dev.fairlead.model.Workload;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A pod whose volumes and node selector want different nodes, such as disks of two zones or a local
 * volume of another node. No node satisfies both. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#node-affinity">Node
 * affinity</a>.
 */
final class PodNodes extends Rule {
  private static final String HOSTNAME = "kubernetes.io/hostname";
  private static final String ZONE = "topology.kubernetes.io/zone";

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

  /** What wants a label to have one of these values. */
  private record Wish(Message.Plain by, Set<String> values) {}

  private static void check(Workload workload, List<Mounted> mounted, Findings findings) {
    Map<String, Wish> wishes = new HashMap<>();
    Mapping selector = workload.podSpec().mapping("nodeSelector");
    for (String label : selector.keys()) {
      String value = selector.text(label).orElse("");
      wishes.put(key(label), new Wish(plain("its nodeSelector"), Set.of(value)));
    }
    String node = workload.podSpec().text("nodeName").orElse("");
    if (!node.isEmpty()) {
      wishes.putIfAbsent(HOSTNAME, new Wish(plain("its nodeName"), Set.of(node)));
    }
    for (Mounted mount : mounted) {
      List<Mapping> terms = mount.volume().nodeSelectorTerms();
      // Several terms are alternatives.
      if (terms.size() == 1) {
        for (Mapping expression : terms.get(0).mappings("matchExpressions")) {
          check(workload, mount, expression, wishes, findings);
        }
      }
    }
  }

  private static void check(
      Workload workload,
      Mounted mount,
      Mapping expression,
      Map<String, Wish> wishes,
      Findings findings) {
    if (!expression.stringOr("operator", "").equals("In")) {
      return;
    }
    Set<String> values = new TreeSet<>();
    for (Tree value : expression.list("values")) {
      if (value instanceof Scalar scalar) {
        values.add(scalar.text());
      }
    }
    String label = expression.stringOr("key", "");
    String volume = mount.volume().name();
    Wish mine = new Wish(plain(message("volume {}", volume)), values);
    Wish first = wishes.putIfAbsent(key(label), mine);
    if (first != null && !haveCommon(first.values(), values)) {
      findings.add(
          Code.NODE_CONFLICT,
          mount.entry().span(),
          message(
              "{} {} mounts volume {}, which is only on nodes with {} {}, but {} wants {}: the pod"
                  + " would stay Pending",
              workload.kind(),
              workload.name(),
              volume,
              plain(label),
              values,
              first.by(),
              first.values()),
          "let the pod run where the volume is, or mount a volume that is there");
    }
  }

  /** The drivers' own zone labels have the values of the standard one. */
  private static String key(String label) {
    return label.equals("failure-domain.beta.kubernetes.io/zone")
            || (label.startsWith("topology.") && label.endsWith("/zone"))
        ? ZONE
        : label;
  }

  private static boolean haveCommon(Set<String> some, Set<String> others) {
    for (String one : some) {
      for (String other : others) {
        // The label may be the host's name where the node has its full name, or the other way.
        if (one.equals(other) || one.startsWith(other + ".") || other.startsWith(one + ".")) {
          return true;
        }
      }
    }
    return false;
  }
}
