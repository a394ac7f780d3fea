package dev.fairlead.spec;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * A mount of a StatefulSet that gives each pod a volume of its own: {@code {each: [...], name: n}}.
 * A StatefulSet adopts existing claims that have the names of its own claims, see <a
 * href="https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-storage">Stable
 * storage</a>.
 */
public record EachList(MountDraft mount, List<Located<String>> volumes) {

  /** The name of the claim template, if there is one. */
  public Optional<Located<String>> name() {
    return mount.fields().string("name");
  }

  /** The span to report for the list. */
  public Span span() {
    return mount.fields().keySpan("each").orElseThrow();
  }

  /** The claim of the pod that gets the volume at this index. */
  public ClaimRef claim(int index, WorkloadDraft workload) {
    BigInteger ordinal = firstOrdinal(workload).add(BigInteger.valueOf(index));
    String template = mount.fields().stringOr("name", "");
    return new ClaimRef(
        workload.namespace().value(), template + "-" + workload.name().value() + "-" + ordinal);
  }

  private static BigInteger firstOrdinal(WorkloadDraft workload) {
    Mapping ordinals = workload.fields().mapping("spec").mapping("ordinals");
    return ordinals.find("start") instanceof Scalar start && start.kind() == Scalar.Kind.INTEGER
        ? start.integer()
        : BigInteger.ZERO;
  }
}
