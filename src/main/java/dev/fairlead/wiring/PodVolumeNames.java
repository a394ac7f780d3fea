package dev.fairlead.wiring;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses the names of the volumes of one pod: one DNS label per claim. See <a
 * href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names">DNS
 * label names</a>.
 */
final class PodVolumeNames {
  private static final int MAX_LENGTH = 63;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final Map<String, String> claimByName = new HashMap<>();
  private final Map<String, String> nameByClaim = new HashMap<>();

  /** Records the name that the pod already uses for a claim. */
  void keep(String claim, String name) {
    if (nameByClaim.putIfAbsent(claim, name) == null) {
      claimByName.put(name, claim);
    }
  }

  /** The claim with this name, if there is one. */
  Optional<String> claimOf(String name) {
    return Optional.ofNullable(claimByName.get(name));
  }

  /** Gives a claim this name, unless it has one. Returns the name that it has then. */
  String choose(String claim, String name) {
    keep(claim, name);
    return nameByClaim.get(claim);
  }

  /**
   * The name for a claim: {@code label}, with a hash if it is not a DNS label or another claim has
   * it.
   */
  String name(String claim, String label) {
    if (nameByClaim.containsKey(claim)) {
      return nameByClaim.get(claim);
    }
    String name = asLabel(label);
    for (String hashed = claim; claimByName.containsKey(name); hashed += "'") {
      name = shortened(asLabel(label), hashed);
    }
    keep(claim, name);
    return name;
  }

  private static String asLabel(String name) {
    return name.length() <= MAX_LENGTH && name.indexOf('.') < 0 ? name : shortened(name, name);
  }

  /** The beginning of the name and a hash. The same input gives the same name in all versions. */
  private static String shortened(String name, String hashed) {
    String hash = hash(hashed);
    String head = name.replace('.', '-');
    head = head.substring(0, Math.min(head.length(), MAX_LENGTH - hash.length() - 1));
    return head.replaceFirst("-+$", "") + "-" + hash;
  }

  /** FNV-1a, as ten hexadecimal digits. */
  private static String hash(String text) {
    long hash = FNV_OFFSET;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * FNV_PRIME;
    }
    return Long.toHexString(hash & 0xffffffffffL | 1L << 40).substring(1);
  }
}
