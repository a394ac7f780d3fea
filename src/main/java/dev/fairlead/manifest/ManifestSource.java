package dev.fairlead.manifest;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.diagnostic.Quote;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.SourceType;
import dev.fairlead.model.VolumeSource;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the volume source of a PersistentVolume in a manifest. */
record ManifestSource(Mapping spec, Located<String> name, Diagnostics diagnostics) {
  /** Fields of a PersistentVolumeSpec that are not a source. */
  private static final Set<String> OTHER_FIELDS =
      Set.of(
          "accessModes",
          "capacity",
          "claimRef",
          "mountOptions",
          "nodeAffinity",
          "persistentVolumeReclaimPolicy",
          "storageClassName",
          "volumeAttributesClassName",
          "volumeMode");

  /** The source, whose fields the schema has checked; empty if there is an error. */
  Optional<Located<VolumeSource>> read() {
    List<String> sources = new ArrayList<>();
    boolean unknown = false;
    for (String key : spec.keys()) {
      if (SourceType.of(key).isPresent()) {
        if (!spec.find(key).isNull()) {
          sources.add(key);
        }
      } else if (!OTHER_FIELDS.contains(key)) {
        unknown = true;
        reportUnknown(key);
      }
    }
    Collections.sort(sources);
    if (sources.size() > 1) {
      reject(keySpan(sources.get(1)), "has " + Quote.quoteAll(sources));
    } else if (sources.isEmpty() && !unknown) {
      reject(name.span(), "has no volume source");
    }
    return sources.size() == 1 ? source(sources.get(0)) : Optional.empty();
  }

  private Optional<Located<VolumeSource>> source(String key) {
    Span span = keySpan(key);
    boolean sound =
        !diagnostics.hasErrorAt(span) && !diagnostics.hasErrorWithin(spec.find(key).span());
    return sound && spec.find(key) instanceof Mapping fields
        ? Optional.of(
            new Located<>(new VolumeSource(SourceType.of(key).orElseThrow(), fields), span))
        : Optional.empty();
  }

  private Span keySpan(String key) {
    return spec.keySpan(key).orElseThrow();
  }

  private void reportUnknown(String key) {
    List<String> known = new ArrayList<>(OTHER_FIELDS);
    known.addAll(SourceType.keys());
    Collections.sort(known);
    diagnostics.add(
        Code.UNKNOWN_KEY,
        keySpan(key),
        message(
            "unknown key {} in spec of volume {}{}",
            key,
            name.value(),
            plain(Nearest.question(key, known))),
        "correct or remove it");
  }

  private void reject(Span at, String problem) {
    diagnostics.add(
        Code.VOLUME_SOURCE,
        at,
        message(
            "volume {} {}; exactly one volume source is accepted", name.value(), plain(problem)),
        "name the disk once, as in csi: {driver: ..., volumeHandle: ...}");
  }
}
