package dev.fairlead.normalize;

import dev.fairlead.model.At;
import dev.fairlead.model.ClaimRef;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A mount of a StatefulSet that gives each pod a volume of its own: {@code {each: [...], name: n}}.
 * The StatefulSet adopts claims that have the names it would give its own, see <a
 * href="https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-storage">Stable
 * storage</a>.
 */
record EachList(MountDraft mount, List<At<String>> volumes) {

  /** All lists of a workload, in the order of its mounts. */
  static List<EachList> of(Fields workload) {
    List<EachList> lists = new ArrayList<>();
    for (MountDraft mount : Containers.mounts(workload)) {
      Optional<JsonNode> each = mount.value().value("each");
      if (each.isPresent() && each.get().isArray()) {
        lists.add(new EachList(mount, mount.value().texts("each")));
      }
    }
    return lists;
  }

  /** The name of the claim template; empty if it is missing. */
  String template() {
    return mount.value().textOr("name", "");
  }

  /** The claim of the pod that gets the volume at {@code index}. */
  ClaimRef claim(int index, Fields workload, String namespace) {
    String name = workload.textOr("name", "");
    BigInteger ordinal = firstOrdinal(workload).add(BigInteger.valueOf(index));
    return new ClaimRef(namespace, template() + "-" + name + "-" + ordinal);
  }

  private static BigInteger firstOrdinal(Fields workload) {
    return workload
        .mapping("spec")
        .flatMap(spec -> spec.mapping("ordinals"))
        .flatMap(ordinals -> ordinals.value("start"))
        .filter(start -> start.isIntegralNumber())
        .map(start -> start.bigIntegerValue())
        .orElse(BigInteger.ZERO);
  }
}
