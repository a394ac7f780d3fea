package dev.fairlead.folder;

import dev.fairlead.model.Resource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The file name of each resource: kind and name, as in {@code persistentvolume-data.yaml}. If
 * several namespaces have the same kind and name, the file name contains the namespace too. All
 * names are in lower case, because some file systems ignore case.
 */
final class FileNames {
  /** Less than 143 bytes, the limit of file systems with encrypted names. */
  private static final int LONGEST = 140;

  private static final String SUFFIX = ".yaml";

  private final Set<String> ambiguous;

  private FileNames(Set<String> ambiguous) {
    this.ambiguous = ambiguous;
  }

  /** File names for all resources of a folder. */
  static FileNames of(List<Resource> resources) {
    Map<String, String> namespaces = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (Resource resource : resources) {
      String key = key(resource);
      String first = namespaces.putIfAbsent(key, resource.namespace());
      if (first != null && !first.equals(resource.namespace())) {
        ambiguous.add(key);
      }
    }
    return new FileNames(ambiguous);
  }

  /** The file name of a resource. */
  String of(Resource resource) {
    boolean alone = !ambiguous.contains(key(resource));
    return name(resource.kind().toString(), alone ? "" : resource.namespace(), resource.name());
  }

  /**
   * Kubernetes names have no underscore. So one underscore ends the namespace, and two start the
   * hash that replaces the omitted part.
   */
  static String name(String kind, String namespace, String name) {
    String prefix = kind.toLowerCase(Locale.ROOT) + "-" + namespace;
    String whole = prefix + (namespace.isEmpty() ? "" : "_") + name;
    // A manifest must not have the file name of a spec.
    boolean plain =
        (namespace + name).matches("[a-z0-9.-]*")
            && whole.length() + SUFFIX.length() <= LONGEST
            && !name.endsWith(".fairlead");
    return plain
        ? whole + SUFFIX
        : shortened(whole) + "__" + hash(kind + "/" + namespace + "/" + name) + SUFFIX;
  }

  private static String shortened(String name) {
    int length = Math.min(name.length(), LONGEST - 2 - 16 - SUFFIX.length());
    return name.substring(0, length).replaceAll("[^a-z0-9._-]", "-");
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String key(Resource resource) {
    return resource.kind() + " " + resource.name();
  }
}
