package dev.fairlead.model;

import dev.fairlead.diagnostic.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Which folders hold variants of the same object, for different clusters. Folders beside each other
 * that hold one object, at whatever depth, have nothing to do with each other.
 */
public final class Variants {
  /** Stands for the files of a folder beside its subfolders. */
  private static final String OWN_FILES = ".";

  private final UnaryOperator<String> cluster;

  /** The folders that each object was found in. */
  private final Map<String, NavigableSet<String>> places = new HashMap<>();

  /** The subfolders for different clusters, by the folder around them. */
  private final Map<String, Set<String>> apart = new HashMap<>();

  /** The same, with those whose objects have a name in common, but no known namespace. */
  private final Map<String, Set<String>> split = new HashMap<>();

  private final Set<String> patched = new HashSet<>();

  /** For input without variants. */
  public Variants() {
    this(null);
  }

  /** {@code cluster} says by the name of a file which folder it belongs to. */
  public Variants(UnaryOperator<String> cluster) {
    this.cluster = cluster;
  }

  /**
   * Remembers where an object is. If its namespace is not {@code known}, others of its name may be
   * for other namespaces instead of other clusters.
   */
  public void add(String object, Span place, boolean known) {
    String folder = folder(place);
    NavigableSet<String> others = places.computeIfAbsent(object, id -> new TreeSet<>());
    if (others.add(folder)) {
      // Folders below one folder are neighbours, so the nearest ones show where it branches off.
      separate(folder, others.lower(folder), known);
      separate(folder, others.higher(folder), known);
    }
  }

  private void separate(String one, String other, boolean known) {
    if (other == null) {
      return;
    }
    int node = common(one, other);
    String around = one.substring(0, node);
    for (Map<String, Set<String>> folders : known ? List.of(apart, split) : List.of(split)) {
      Set<String> children = folders.computeIfAbsent(around, folder -> new HashSet<>());
      children.add(child(one, node));
      children.add(child(other, node));
    }
  }

  /** Whether two places are for different clusters, and have nothing to do with each other. */
  public boolean areApart(Span first, Span second) {
    return !apart.isEmpty() && areIn(apart, folder(first), folder(second));
  }

  /** Whether a place has nothing to do with a folder. */
  public boolean isElsewhere(Span place, String folder) {
    return areIn(split, folder(place), folder);
  }

  /**
   * Remembers that a patch of a kustomization binds an object of this kind and name. Without a name
   * it binds all of the kind.
   */
  public void addPatched(String kind, String name) {
    patched.add(kind + " " + name);
  }

  /** Whether a patch changes how a resource is bound. */
  public boolean isPatched(Resource resource) {
    return !patched.isEmpty()
        && (patched.contains(resource.kind() + " ")
            || patched.contains(resource.kind() + " " + resource.name()));
  }

  private static boolean areIn(Map<String, Set<String>> folders, String one, String other) {
    if (one.equals(other)) {
      return false;
    }
    int node = common(one, other);
    Set<String> children = folders.getOrDefault(one.substring(0, node), Set.of());
    return children.contains(child(one, node)) && children.contains(child(other, node));
  }

  /** The innermost folders that belong to one cluster each. Empty if there are no variants. */
  public List<String> clusters() {
    List<String> innermost = new ArrayList<>();
    new TreeMap<>(split)
        .forEach(
            (around, children) -> {
              for (String child : new TreeSet<>(children)) {
                String root = child.equals(OWN_FILES) ? around : around + child;
                boolean outer =
                    !child.equals(OWN_FILES)
                        && split.keySet().stream().anyMatch(other -> other.startsWith(root));
                if (!outer) {
                  innermost.add(root);
                }
              }
            });
    return innermost;
  }

  /** The length of the innermost folder around two. */
  private static int common(String one, String other) {
    int end = 0;
    int most = Math.min(one.length(), other.length());
    for (int i = 0; i < most && one.charAt(i) == other.charAt(i); i++) {
      if (one.charAt(i) == '/') {
        end = i + 1;
      }
    }
    return end;
  }

  /** The subfolder in which a folder lies, with its slash. */
  private static String child(String folder, int node) {
    return folder.length() == node
        ? OWN_FILES
        : folder.substring(node, folder.indexOf('/', node) + 1);
  }

  private String folder(Span span) {
    return cluster.apply(span.file().name());
  }
}
