package dev.fairlead.csi;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Volume;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Turns the zone of an in-tree disk into node affinity with the topology key of its CSI driver. The
 * zone comes from the node affinity of the volume, else from its labels. Zone and region are of one
 * family, that of the zone: the standard labels, or the beta labels if there are only these. See <a
 * href="https://kubernetes.io/docs/reference/labels-annotations-taints/#topologykubernetesiozone">Well-known
 * labels</a>.
 */
final class CsiTopology {
  private static final String ZONE = "topology.kubernetes.io/zone";
  private static final Optional<String> IN = Optional.of("In");
  private static final String REGION = "topology.kubernetes.io/region";
  private static final String BETA_ZONE = "failure-domain.beta.kubernetes.io/zone";
  private static final String BETA_REGION = "failure-domain.beta.kubernetes.io/region";

  private static final Set<String> ZONES = Set.of(ZONE, BETA_ZONE, "topology.gke.io/zone");

  private final Mapping labels;
  private final Span span;

  /** The labels of the family; empty if the volume has no zone. Then its regions are left alone. */
  private final String zone;

  private final String region;
  private Optional<Mapping> affinity;

  CsiTopology(Volume volume) {
    this.labels = volume.metadata().labels();
    this.span = volume.source().span();
    this.affinity = volume.nodeAffinity();
    boolean standard = has(ZONE) || (!has(BETA_ZONE) && labels.has(ZONE));
    boolean beta = !standard && (has(BETA_ZONE) || labels.has(BETA_ZONE));
    this.zone = standard ? ZONE : beta ? BETA_ZONE : "";
    this.region = standard ? REGION : beta ? BETA_REGION : "";
  }

  Optional<Mapping> affinity() {
    return affinity;
  }

  /** The zones for a GCE handle. Here, unlike elsewhere, the beta label comes first. */
  static List<String> zonesForHandle(Volume volume) {
    Mapping labels = volume.metadata().labels();
    return split(labels.text(BETA_ZONE).or(() -> labels.text(ZONE)));
  }

  /** The zones to which the node affinity limits a volume. */
  static List<String> zonesOfNodes(Volume volume) {
    return volume.nodeExpressions().stream()
        .filter(e -> ZONES.contains(e.text("key").orElse("")) && e.text("operator").equals(IN))
        .flatMap(expression -> expression.strings("values").stream())
        .map(Located::value)
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Translates zones for EBS, GCE and Cinder: a label may list several, and regions get the
   * standard key.
   */
  CsiTopology zone(String csiKey) {
    move(zone, csiKey, true);
    if (hasValues(BETA_REGION) && region.equals(BETA_REGION)) {
      rename(BETA_REGION, REGION);
    }
    return this;
  }

  /** Translates the zone for vSphere, whose driver has its own key for it. */
  CsiTopology vsphereZone(String csiKey) {
    move(zone, csiKey, false);
    return this;
  }

  /** Translates the region for vSphere. */
  CsiTopology vsphereRegion(String csiKey) {
    move(region, csiKey, false);
    return this;
  }

  private void move(String key, String csiKey, boolean several) {
    if (hasValues(key)) {
      rename(key, csiKey);
      return;
    }
    Optional<String> label = labels.text(key);
    List<String> values =
        several ? split(label) : label.filter(value -> !value.isEmpty()).stream().toList();
    if (!values.isEmpty()) {
      append(csiKey, values);
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
    return expressions().anyMatch(expression -> isAbout(key, expression));
  }

  /** Whether the label is compared with values. Whether it exists says nothing about a zone. */
  private boolean hasValues(String key) {
    return expressions()
        .anyMatch(expression -> isAbout(key, expression) && !expression.list("values").isEmpty());
  }

  private Stream<Mapping> expressions() {
    return affinity.stream()
        .flatMap(a -> a.mapping("required").mappings("nodeSelectorTerms").stream())
        .flatMap(term -> term.mappings("matchExpressions").stream());
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
