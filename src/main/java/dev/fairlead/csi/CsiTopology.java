package dev.fairlead.csi;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Volume;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Turns the zone of an in-tree disk into node affinity with the topology key of its CSI driver. The
 * zone comes from the node affinity of the volume, else from its labels. See <a
 * href="https://kubernetes.io/docs/reference/labels-annotations-taints/#topologykubernetesiozone">Well-known
 * labels</a>.
 */
final class CsiTopology {
  private static final String ZONE = "topology.kubernetes.io/zone";
  private static final String REGION = "topology.kubernetes.io/region";
  private static final String BETA_ZONE = "failure-domain.beta.kubernetes.io/zone";
  private static final String BETA_REGION = "failure-domain.beta.kubernetes.io/region";

  private final Mapping labels;
  private final Span span;
  private Optional<Mapping> affinity;

  CsiTopology(Volume volume) {
    this.labels = volume.metadata().labels();
    this.span = volume.source().span();
    this.affinity = volume.nodeAffinity();
  }

  Optional<Mapping> affinity() {
    return affinity;
  }

  /** The zones for a GCE handle. Here, unlike elsewhere, the beta label comes first. */
  static List<String> zonesForHandle(Volume volume) {
    Mapping labels = volume.metadata().labels();
    return split(labels.text(BETA_ZONE).or(() -> labels.text(ZONE)));
  }

  /**
   * Translates zones for EBS, GCE and Cinder: a label may list several, and regions keep the
   * standard key.
   */
  CsiTopology zone(String csiKey) {
    move(ZONE, BETA_ZONE, csiKey, true);
    if (has(BETA_REGION)) {
      rename(BETA_REGION, REGION);
    }
    return this;
  }

  /** Translates the zone for vSphere, whose driver has its own key for it. */
  CsiTopology vsphereZone(String csiKey) {
    move(ZONE, BETA_ZONE, csiKey, false);
    return this;
  }

  /** Translates the region for vSphere. */
  CsiTopology vsphereRegion(String csiKey) {
    move(REGION, BETA_REGION, csiKey, false);
    return this;
  }

  private void move(String key, String betaKey, String csiKey, boolean several) {
    if (has(key)) {
      rename(key, csiKey);
    } else if (has(betaKey)) {
      rename(betaKey, csiKey);
    } else {
      Optional<String> label = labels.text(key).or(() -> labels.text(betaKey));
      List<String> values = several ? split(label) : label.stream().toList();
      if (!values.isEmpty()) {
        append(csiKey, values);
      }
    }
  }

  private static List<String> split(Optional<String> label) {
    return label.stream()
        .flatMap(zones -> Stream.of(zones.split("__")))
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
        .anyMatch(expression -> isAbout(key, expression));
  }

  private static boolean isAbout(String key, Mapping expression) {
    return expression.text("key").filter(key::equals).isPresent();
  }

  private void rename(String from, String to) {
    changeTerms(
        term -> {
          List<Mapping> expressions =
              term.mappings("matchExpressions").stream()
                  .map(e -> isAbout(from, e) ? e.with("key", Scalar.string(to, span)) : e)
                  .toList();
          return term.with("matchExpressions", Sequence.of(expressions, span));
        });
  }

  private void append(String key, List<String> values) {
    Mapping expression =
        new MappingBuilder()
            .put("key", key, span)
            .put("operator", "In", span)
            .put("values", Sequence.ofStrings(values, span))
            .build(span);
    if (affinity.isEmpty()) {
      Sequence terms = Sequence.of(List.of(Mapping.empty(span)), span);
      Mapping required = Mapping.of("nodeSelectorTerms", terms, span);
      affinity = Optional.of(Mapping.of("required", required, span));
    }
    changeTerms(
        term -> {
          List<Tree> expressions = new ArrayList<>(term.list("matchExpressions"));
          expressions.add(expression);
          return term.with("matchExpressions", Sequence.of(expressions, span));
        });
  }

  private void changeTerms(UnaryOperator<Mapping> change) {
    Mapping before = affinity.orElseThrow();
    Mapping required = before.mapping("required");
    List<Mapping> terms = required.mappings("nodeSelectorTerms").stream().map(change).toList();
    affinity =
        Optional.of(
            before.with("required", required.with("nodeSelectorTerms", Sequence.of(terms, span))));
  }
}
