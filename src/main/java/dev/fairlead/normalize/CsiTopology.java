package dev.fairlead.normalize;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Tree;
import dev.fairlead.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Turns the zone of an in-tree disk, from its node affinity or else its labels, into node affinity
 * by the topology key of its CSI driver. See <a
 * href="https://kubernetes.io/docs/reference/labels-annotations-taints/#topologykubernetesiozone">Well-known
 * labels</a>.
 */
final class CsiTopology {
  private static final String ZONE = "topology.kubernetes.io/zone";
  private static final String REGION = "topology.kubernetes.io/region";
  private static final String BETA_ZONE = "failure-domain.beta.kubernetes.io/zone";
  private static final String BETA_REGION = "failure-domain.beta.kubernetes.io/region";

  private final Map<String, String> labels;
  private final Span span;
  private Optional<Tree.Mapping> affinity;

  CsiTopology(Volume volume) {
    this.labels = volume.metadata().labels();
    this.span = volume.source().span();
    this.affinity = volume.nodeAffinity();
  }

  Optional<Tree.Mapping> affinity() {
    return affinity;
  }

  /** The zones that a GCE handle is made of: unlike elsewhere the beta label comes first. */
  static List<String> zonesForHandle(Volume volume) {
    Map<String, String> labels = volume.metadata().labels();
    return split(Optional.ofNullable(labels.get(BETA_ZONE)).orElse(labels.get(ZONE)));
  }

  /** The way of EBS, GCE and Cinder: a label may hold several zones, regions keep their own key. */
  CsiTopology zone(String csiKey) {
    move(ZONE, BETA_ZONE, csiKey, true);
    if (has(BETA_REGION)) {
      rename(BETA_REGION, REGION);
    }
    return this;
  }

  /** The way of vSphere: zone and region both have a key of the driver. */
  CsiTopology vsphere(String what, String csiKey) {
    boolean zone = what.equals("zone");
    move(zone ? ZONE : REGION, zone ? BETA_ZONE : BETA_REGION, csiKey, false);
    return this;
  }

  private void move(String key, String betaKey, String csiKey, boolean several) {
    if (has(key)) {
      rename(key, csiKey);
    } else if (has(betaKey)) {
      rename(betaKey, csiKey);
    } else {
      String label = Optional.ofNullable(labels.get(key)).orElse(labels.get(betaKey));
      List<String> values = several ? split(label) : Optional.ofNullable(label).stream().toList();
      if (!values.isEmpty()) {
        append(csiKey, values);
      }
    }
  }

  private static List<String> split(String label) {
    return label == null
        ? List.of()
        : Stream.of(label.split("__"))
            .map(String::strip)
            .filter(zone -> !zone.isEmpty())
            .distinct()
            .sorted()
            .toList();
  }

  private boolean has(String key) {
    return affinity.stream()
        .flatMap(a -> a.mapping("required").mappings("nodeSelectorTerms").stream())
        .flatMap(term -> term.mappings("matchExpressions").stream())
        .anyMatch(expression -> expression.text("key").filter(key::equals).isPresent());
  }

  private void rename(String from, String to) {
    changeTerms(
        term ->
            term.with(
                "matchExpressions",
                Trees.list(
                    term.mappings("matchExpressions").stream()
                        .map(
                            expression ->
                                expression.text("key").filter(from::equals).isPresent()
                                    ? expression.with("key", Trees.text(to, span))
                                    : expression)
                        .toList(),
                    span)));
  }

  private void append(String key, List<String> values) {
    Tree expression =
        Tree.Mapping.of(
            Map.of(
                "key", Trees.text(key, span),
                "operator", Trees.text("In", span),
                "values",
                    Trees.list(
                        values.stream().map(value -> Trees.text(value, span)).toList(), span)),
            span);
    if (affinity.isEmpty()) {
      Tree terms = Trees.list(List.of(Tree.Mapping.of(Map.of(), span)), span);
      Tree required = Tree.Mapping.of(Map.of("nodeSelectorTerms", terms), span);
      affinity = Optional.of(Tree.Mapping.of(Map.of("required", required), span));
    }
    changeTerms(
        term -> {
          List<Tree> expressions = new ArrayList<>(term.list("matchExpressions"));
          expressions.add(expression);
          return term.with("matchExpressions", Trees.list(expressions, span));
        });
  }

  private void changeTerms(UnaryOperator<Tree.Mapping> change) {
    Tree.Mapping before = affinity.orElseThrow();
    Tree.Mapping required = before.mapping("required");
    List<Tree.Mapping> terms = required.mappings("nodeSelectorTerms").stream().map(change).toList();
    affinity =
        Optional.of(
            before.with("required", required.with("nodeSelectorTerms", Trees.list(terms, span))));
  }
}
