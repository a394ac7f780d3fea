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
 * The volumes of a StatefulSet's pods, one for each: {@code {each: [...], name: n}} of a mount, or
 * {@code each: {n: [...]}} of a set that exists already. A StatefulSet adopts existing claims that
 * have the names of its own claims, see <a
 * href="https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-storage">Stable
 * storage</a>.
 *
 * @param name the name of the claim template, if there is one
 * @param span the span to report for the list
 */
public record EachList(Optional<Located<String>> name, Span span, List<Located<String>> volumes) {

  /** The list of a mount. */
  static EachList of(MountDraft mount, List<Located<String>> volumes) {
    return new EachList(
        mount.fields().string("name"), mount.fields().keySpan("each").orElseThrow(), volumes);
  }

  /** The claim of the pod that gets the volume at this index. */
  public ClaimRef claim(int index, WorkloadDraft workload, Mapping setSpec) {
    BigInteger ordinal = firstOrdinal(setSpec).add(BigInteger.valueOf(index));
    String template = name.isPresent() ? name.get().value() : "";
    return new ClaimRef(
        workload.namespace().value(), template + "-" + workload.name().value() + "-" + ordinal);
  }

  private static BigInteger firstOrdinal(Mapping setSpec) {
    return setSpec.mapping("ordinals").find("start") instanceof Scalar start
            && start.kind() == Scalar.Kind.INTEGER
        ? start.integer()
        : BigInteger.ZERO;
  }
}
