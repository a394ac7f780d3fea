package dev.fairlead.graph;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.ClaimRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The nodes of a graph while it is made, by what they stand for. */
final class Nodes {
  private final Map<String, Node> byKey = new LinkedHashMap<>();
  private final Map<ClaimRef, List<ClaimRef>> byBase = new HashMap<>();
  private final Map<String, Span> places = new HashMap<>();

  /** Adds a claim of the input. */
  void add(StoredClaim claim, State state) {
    ClaimRef ref = claim.ref();
    put(key(ref), NodeKind.CLAIM, "Claim", ref.namespace(), ref.name(), state, claim.details());
    places.putIfAbsent(key(ref), claim.place());
    note(ref);
  }

  /** Adds a volume of the input. */
  void add(StoredVolume volume, State state) {
    String key = key(volume.name());
    put(key, NodeKind.VOLUME, "Volume", "", volume.name(), state, volume.details());
    places.putIfAbsent(key, volume.place());
  }

  /** Adds a workload that mounts so many claims, and returns its id. */
  String add(User user, int claims) {
    String key = "workload " + user.kind() + " " + user.namespace() + "/" + user.name();
    List<String> details = List.of(user.detail() + Words.count(claims, "claim"));
    NodeKind kind = NodeKind.WORKLOAD;
    places.putIfAbsent(key, user.place());
    return put(key, kind, user.kind(), user.namespace(), user.name(), State.PLAIN, details);
  }

  /** Adds a disk, unless another volume is on it, and returns its id. */
  String add(Disk disk) {
    String key = "disk " + disk.key();
    return put(key, NodeKind.DISK, "Disk", "", disk.name(), State.PLAIN, disk.details());
  }

  /** Adds a class that claims of a namespace ask for, and returns its id. */
  String storageClass(String namespace, String name) {
    String key = "class " + namespace + "/" + name;
    return put(
        key,
        NodeKind.STORAGE_CLASS,
        "StorageClass",
        namespace,
        name,
        State.PLAIN,
        List.of("asked for a volume"));
  }

  /** Sets the state of a claim, which need not be in the input. */
  void claim(ClaimRef ref, State state) {
    put(key(ref), NodeKind.CLAIM, "Claim", ref.namespace(), ref.name(), state, List.of());
    byKey.computeIfPresent(key(ref), (key, node) -> node.in(state));
    note(ref);
  }

  /** Sets the state of a volume, which need not be in the input. */
  void volume(String name, State state) {
    put(key(name), NodeKind.VOLUME, "Volume", "", name, state, List.of());
    byKey.computeIfPresent(key(name), (key, node) -> node.in(state));
  }

  /** Whether there is a node of this claim. */
  boolean has(ClaimRef claim) {
    return byKey.containsKey(key(claim));
  }

  /** The claims that a StatefulSet makes with this name and an ordinal. */
  List<ClaimRef> claimsOf(ClaimRef base) {
    return byBase.getOrDefault(base, List.of());
  }

  /** The id of a claim. */
  String idOf(ClaimRef claim) {
    return byKey.get(key(claim)).id();
  }

  /** The id of a volume. */
  String idOf(String volume) {
    return byKey.get(key(volume)).id();
  }

  private String put(
      String key,
      NodeKind kind,
      String word,
      String namespace,
      String name,
      State state,
      List<String> details) {
    String id = "n" + byKey.size();
    Node node = new Node(id, kind, word, namespace, name, state, details, List.of());
    return byKey.computeIfAbsent(key, absent -> node).id();
  }

  private void note(ClaimRef ref) {
    String base = ref.withoutOrdinal();
    if (!base.isEmpty()) {
      List<ClaimRef> claims =
          byBase.computeIfAbsent(new ClaimRef(ref.namespace(), base), b -> new ArrayList<>());
      if (!claims.contains(ref)) {
        claims.add(ref);
      }
    }
  }

  private static String key(ClaimRef claim) {
    return "claim " + claim.namespace() + "/" + claim.name();
  }

  private static String key(String volume) {
    return "volume " + volume;
  }

  /** The graph, with the findings on their nodes. */
  Graph graph(String title, List<Edge> edges, List<Diagnostic> findings, Extents extents) {
    Map<Span, List<String>> keysAt = new HashMap<>();
    places.forEach(
        (key, place) ->
            extents
                .at(place)
                .ifPresent(
                    extent -> keysAt.computeIfAbsent(extent, e -> new ArrayList<>()).add(key)));
    Map<String, List<Diagnostic>> found = new HashMap<>();
    List<Diagnostic> others = new ArrayList<>();
    for (Diagnostic finding : findings) {
      List<String> keys =
          extents
              .at(finding.span())
              .map(extent -> keysAt.getOrDefault(extent, List.of()))
              .orElse(List.of());
      List<String> about = about(finding, keys);
      about.forEach(key -> found.computeIfAbsent(key, k -> new ArrayList<>()).add(finding));
      if (about.isEmpty()) {
        others.add(finding);
      }
    }
    List<Node> nodes = new ArrayList<>();
    byKey.forEach((key, node) -> nodes.add(node.with(found.getOrDefault(key, List.of()))));
    nodes.sort((a, b) -> a.kind().compareTo(b.kind()));
    return new Graph(title, nodes, List.copyOf(edges), others);
  }

  /**
   * The nodes that a finding is about, of those that one text makes: a volume rather than the claim
   * that is reserved with it, and the volumes of a range that the message names.
   */
  private List<String> about(Diagnostic finding, List<String> keys) {
    Optional<NodeKind> kind =
        keys.stream().map(key -> byKey.get(key).kind()).max(Comparator.naturalOrder());
    List<String> all =
        keys.stream().filter(key -> byKey.get(key).kind() == kind.orElseThrow()).toList();
    List<String> named =
        all.stream()
            .filter(key -> finding.message().contains('"' + byKey.get(key).name() + '"'))
            .toList();
    return named.isEmpty() ? all : named;
  }
}
