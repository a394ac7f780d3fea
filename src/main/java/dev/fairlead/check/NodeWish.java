package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Message;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Volume;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What limits a pod to nodes where a label has one of some values.
 *
 * @param of the field of the pod, or the name of the volume, that wants it
 * @param ofVolume whether a volume wants it, and not the pod itself
 * @param span where it is wanted
 */
record NodeWish(String of, boolean ofVolume, String label, Set<String> values, Span span) {
  private static final String HOSTNAME = "kubernetes.io/hostname";
  private static final String ZONE = "topology.kubernetes.io/zone";

  /** The wishes of a pod itself. */
  static List<NodeWish> ofPod(Mapping podSpec) {
    List<NodeWish> wishes = new ArrayList<>();
    Mapping selector = podSpec.mapping("nodeSelector");
    for (String label : selector.keys()) {
      String value = selector.text(label).orElse("");
      wishes.add(new NodeWish("nodeSelector", false, label, Set.of(value), selector.spanOf(label)));
    }
    String node = podSpec.text("nodeName").orElse("");
    if (!node.isEmpty()) {
      wishes.add(
          new NodeWish("nodeName", false, HOSTNAME, Set.of(node), podSpec.spanOf("nodeName")));
    }
    Mapping required =
        podSpec
            .mapping("affinity")
            .mapping("nodeAffinity")
            .mapping("requiredDuringSchedulingIgnoredDuringExecution");
    add("nodeAffinity", false, required.mappings("nodeSelectorTerms"), wishes);
    return wishes;
  }

  /** The wishes of a volume. A volume without node affinity has none. */
  static List<NodeWish> ofVolume(Volume volume) {
    List<NodeWish> wishes = new ArrayList<>();
    add(volume.name(), true, volume.nodeSelectorTerms(), wishes);
    return wishes;
  }

  /**
   * Terms are alternatives. So a label is certain only if each term wants it, and any of the values
   * will do.
   */
  private static void add(String of, boolean ofVolume, List<Mapping> terms, List<NodeWish> wishes) {
    if (terms.isEmpty()) {
      return;
    }
    Map<String, Set<String>> all = ofTerm(terms.get(0));
    for (Mapping term : terms) {
      Map<String, Set<String>> wanted = ofTerm(term);
      all.keySet().retainAll(wanted.keySet());
      for (Map.Entry<String, Set<String>> label : all.entrySet()) {
        label.getValue().addAll(wanted.get(label.getKey()));
      }
    }
    for (Map.Entry<String, Set<String>> label : all.entrySet()) {
      Span span = terms.get(0).span();
      wishes.add(new NodeWish(of, ofVolume, label.getKey(), label.getValue(), span));
    }
  }

  /** The labels that a term wants to be in a list of values. */
  private static Map<String, Set<String>> ofTerm(Mapping term) {
    Map<String, Set<String>> wanted = new TreeMap<>();
    for (Mapping expression : term.mappings("matchExpressions")) {
      add(expression.stringOr("key", ""), expression, wanted);
    }
    for (Mapping field : term.mappings("matchFields")) {
      // The only field is the name.
      add(HOSTNAME, field, wanted);
    }
    return wanted;
  }

  private static void add(String label, Mapping expression, Map<String, Set<String>> wanted) {
    if (!expression.stringOr("operator", "").equals("In")) {
      return;
    }
    Set<String> values = new TreeSet<>();
    for (Tree value : expression.list("values")) {
      if (value instanceof Scalar scalar) {
        values.add(scalar.text());
      }
    }
    if (!values.isEmpty()) {
      wanted.putIfAbsent(label, values);
    }
  }

  /** What wants it, as messages show it. */
  Message.Plain by() {
    return plain(ofVolume ? message("volume {}", of) : "its " + of);
  }

  /** Whether no node satisfies both. */
  boolean excludes(NodeWish other) {
    return key(label).equals(key(other.label))
        && (label.equals(other.label) || !(isOutsideZones() || other.isOutsideZones()))
        && !haveCommon(values, other.values);
  }

  /**
   * Whether the label may say that there is no zone. Azure's driver then leaves it empty, while the
   * standard label of the node has a number.
   */
  private boolean isOutsideZones() {
    return values.contains("");
  }

  /** Whether the label is about zones. */
  boolean isZone() {
    return key(label).equals(ZONE);
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
