package dev.fairlead.schema;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.diagnostic.Nearest;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The nearest valid word for a wrong one. */
final class Suggestions {
  private static final int MAX_SHOWN = 9;

  /** Words from other tools and everyday language, with ours. */
  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          Map.entry("size", "storage"),
          Map.entry("capacity", "storage"),
          Map.entry("class", "storageClassName"),
          Map.entry("className", "storageClassName"),
          Map.entry("storageClass", "storageClassName"),
          Map.entry("persistentVolumeReclaimPolicy", "reclaimPolicy"),
          Map.entry("mode", "volumeMode"),
          Map.entry("claimRef", "bindTo"),
          Map.entry("bind", "bindTo"),
          Map.entry("bound", "bindTo"),
          Map.entry("aws", "awsElasticBlockStore"),
          Map.entry("gce", "gcePersistentDisk"),
          Map.entry("azure", "azureDisk"),
          Map.entry("resources", "storage"),
          Map.entry("ebs", "awsElasticBlockStore"),
          Map.entry("gcePD", "gcePersistentDisk"),
          Map.entry("handle", "volumeHandle"),
          Map.entry("volumeMounts", "mounts"),
          Map.entry("cron", "schedule"),
          Map.entry("RWO", "ReadWriteOnce"),
          Map.entry("ROX", "ReadOnlyMany"),
          Map.entry("RWX", "ReadWriteMany"),
          Map.entry("RWOP", "ReadWriteOncePod"));

  private Suggestions() {}

  /** The word that was probably meant, if one of the accepted words is near. */
  static Optional<String> nearest(String word, Collection<String> accepted) {
    String synonym = SYNONYMS.get(word);
    if (synonym != null && accepted.contains(synonym)) {
      return Optional.of(synonym);
    }
    return Nearest.to(word, accepted);
  }

  /** The word that was certainly meant. A word from another tool is never certain. */
  static Optional<String> only(String word, Collection<String> accepted) {
    return Nearest.only(word, accepted).filter(w -> nearest(word, accepted).equals(Optional.of(w)));
  }

  /** The end of a message: the nearest word, or all accepted words if they are few. */
  static String ending(String word, Collection<String> accepted) {
    Optional<String> nearest = nearest(word, accepted);
    if (accepted.size() <= MAX_SHOWN && !accepted.isEmpty() && !accepted.contains("")) {
      String all = message("; accepted: {}", accepted);
      return nearest.isPresent() ? Nearest.question(nearest) : all;
    }
    return Nearest.question(nearest);
  }
}
