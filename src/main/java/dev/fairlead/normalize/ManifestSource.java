package dev.fairlead.normalize;

import static dev.fairlead.diagnostic.Quote.quote;
import static dev.fairlead.diagnostic.Quote.quoteAll;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.document.Node;
import dev.fairlead.document.Place;
import dev.fairlead.model.At;
import dev.fairlead.model.VolumeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The volume source of a PersistentVolume in a manifest. */
record ManifestSource(Fields spec, At<String> name, Diagnostics diagnostics) {
  /** Fields of a PersistentVolumeSpec that are no source. */
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

  /** The source, whose fields the schema has looked at. */
  Optional<At<VolumeSource>> read() {
    List<String> sources = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : spec.entries()) {
      if (VolumeSource.isKnown(entry.getKey())) {
        if (!entry.getValue().isNull()) {
          sources.add(entry.getKey());
        }
      } else if (!OTHER_FIELDS.contains(entry.getKey())) {
        unknown.add(entry.getKey());
      }
    }
    for (String key : unknown) {
      unknown(key);
    }
    if (sources.size() > 1) {
      reject(spec.keySpan(sources.get(1)).orElseThrow(), "has " + quoteAll(sources));
    } else if (sources.isEmpty() && unknown.isEmpty()) {
      reject(name.span(), "has no volume source");
    }
    if (sources.size() != 1) {
      return Optional.empty();
    }
    JsonNode fields = spec.value(sources.get(0)).orElseThrow();
    Place place = Node.placeOf(fields);
    boolean broken =
        diagnostics.hasErrorAt(place.key()) || diagnostics.hasErrorWithin(place.value());
    if (broken || !fields.isObject()) {
      return Optional.empty();
    }
    return Optional.of(
        new At<>(new VolumeSource(sources.get(0), Trees.mapping(fields)), place.key()));
  }

  private void unknown(String key) {
    diagnostics.add(
        Code.UNKNOWN_KEY,
        spec.keySpan(key).orElseThrow(),
        "unknown key "
            + quote(key)
            + " in spec of volume "
            + quote(name.value())
            + Nearest.question(key, knownFields()),
        "correct it or take it out");
  }

  private static List<String> knownFields() {
    return Stream.of(OTHER_FIELDS, VolumeSource.SERVED, VolumeSource.REMOVED)
        .flatMap(Set::stream)
        .sorted()
        .toList();
  }

  private void reject(Span at, String problem) {
    diagnostics.add(
        Code.VOLUME_SOURCE,
        at,
        "volume " + quote(name.value()) + " " + problem + "; exactly one volume source is accepted",
        "name the disk once, as in csi: {driver: ..., volumeHandle: ...}");
  }
}
