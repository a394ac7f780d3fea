package dev.fairlead.spec;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.SourceType;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes out the entries of {@code volumes}: one volume for each name of a range, and one for each
 * namespace that a share is reserved in.
 */
final class VolumeEntries {
  private final SharedSource shared;
  private final Mapping sharedReserve;
  private final Diagnostics diagnostics;
  private final Placeholders placeholders;

  /** The texts that stand for several volumes. */
  private final List<Span> repeated = new ArrayList<>();

  private final List<Tree> volumes = new ArrayList<>();
  private final Map<String, Map<String, String>> shares = new HashMap<>();

  VolumeEntries(Mapping defaults, SharedSource shared, Diagnostics diagnostics) {
    this.shared = shared;
    this.sharedReserve = defaults.mapping("reserve");
    if (!defaults.isEmpty()) {
      repeated.add(defaults.span());
    }
    this.diagnostics = diagnostics;
    this.placeholders = new Placeholders(diagnostics);
  }

  /** The names of volumes by namespace, of each share that is reserved in several. */
  Map<String, Map<String, String>> shares() {
    return shares;
  }

  Sequence of(Sequence entries) {
    for (int i = 0; i < entries.items().size(); i++) {
      if (entries.items().get(i) instanceof Mapping entry) {
        add(entry, "volumes[" + i + "]");
      } else {
        volumes.add(entries.items().get(i));
      }
    }
    checkShareNames(entries);
    Set<String> names = new HashSet<>();
    for (Tree volume : volumes) {
      if (volume instanceof Mapping fields) {
        names.add(fields.stringOr("name", ""));
      }
    }
    for (Span extent : repeated) {
      diagnostics.addOnce(extent, names);
    }
    return Sequence.of(volumes, entries.span());
  }

  /** A mount of a share means the volume for its namespace, so no other volume has its name. */
  private void checkShareNames(Sequence entries) {
    Map<String, Span> seen = new HashMap<>();
    for (Tree item : entries.items()) {
      Optional<Located<String>> name =
          item instanceof Mapping entry ? entry.string("name") : Optional.empty();
      if (name.isEmpty()) {
        continue;
      }
      Span first = seen.putIfAbsent(name.get().value(), name.get().span());
      if (first != null && shares.containsKey(name.get().value())) {
        diagnostics.addUnlessReported(
            Diagnostic.of(
                    Code.DUPLICATE_NAME,
                    name.get().span(),
                    message("volume {} is defined twice", name.get().value()))
                .withHint("rename one of them, or name all namespaces in one of them")
                .withRelated(first, "first defined here"));
      }
    }
  }

  private void add(Mapping entry, String path) {
    Optional<Located<String>> name = entry.string("name");
    boolean range = name.isPresent() && NameRange.isIn(name.get().value());
    Mapping reserve = reserve(entry);
    List<Located<String>> namespaces = name.isPresent() ? namespaces(reserve) : List.of();
    // The schema reports a list that is empty.
    boolean several = !namespaces.isEmpty();
    if (!range && !several) {
      volumes.add(shared.addTo(entry, name.isPresent() ? name.get().value() : "", ""));
      return;
    }
    for (int i = 0; i < entry.size(); i++) {
      if (SourceType.of(entry.key(i)).isPresent()) {
        placeholders.check(entry.value(i), path + "." + entry.key(i));
      }
    }
    List<String> names =
        range ? NameRange.names(name.get(), diagnostics) : List.of(name.get().value());
    if (names.isEmpty()) {
      volumes.add(entry);
    }
    repeated.add(entry.span());
    for (String each : names) {
      if (several) {
        addShare(entry, reserve, each, namespaces);
      } else {
        volumes.add(one(entry, each, each, ""));
      }
    }
  }

  /** What the volume says about its claim, else what the defaults say. */
  private Mapping reserve(Mapping entry) {
    return entry.has("reserve") || entry.has("bindTo") ? entry.mapping("reserve") : sharedReserve;
  }

  private List<Located<String>> namespaces(Mapping reserve) {
    if (reserve.has("namespace") && reserve.has("namespaces")) {
      diagnostics.add(
          Diagnostic.of(
                  Code.CONFLICTING_FIELDS,
                  reserve.keySpan("namespace").orElseThrow(),
                  "reserve has both namespace and namespaces; keep one of them")
              .withRelated(reserve.keySpan("namespaces").orElseThrow(), "the other one"));
    }
    Map<String, Span> seen = new HashMap<>();
    List<Located<String>> namespaces = new ArrayList<>();
    for (Located<String> namespace : reserve.strings("namespaces")) {
      Span first = seen.putIfAbsent(namespace.value(), namespace.span());
      if (first == null) {
        namespaces.add(namespace);
      } else {
        diagnostics.add(
            Diagnostic.of(
                    Code.DUPLICATE_NAME,
                    namespace.span(),
                    message("reserve.namespaces has {} twice", namespace.value()))
                .withHint("remove one of them")
                .withRelated(first, "first here"));
      }
    }
    return namespaces;
  }

  private void addShare(
      Mapping entry, Mapping reserve, String name, List<Located<String>> namespaces) {
    Map<String, String> byNamespace = shares.computeIfAbsent(name, n -> new LinkedHashMap<>());
    for (Located<String> namespace : namespaces) {
      String volumeName = name + "-" + namespace.value();
      Mapping volume = one(entry, volumeName, name, namespace.value());
      MappingBuilder claim = new MappingBuilder();
      for (int i = 0; i < reserve.size(); i++) {
        if (!reserve.key(i).equals("namespaces") && !reserve.key(i).equals("namespace")) {
          claim.put(reserve, i, reserve.value(i));
        }
      }
      if (!reserve.has("name")) {
        claim.put("name", "pvc-" + name, entry.spanOf("name"));
      }
      claim.put("namespace", namespace.value(), namespace.span());
      volumes.add(volume.with("reserve", claim.build(reserve.span())));
      byNamespace.putIfAbsent(namespace.value(), volumeName);
    }
  }

  /** The entry as one volume. The placeholders in its own source stand for this name. */
  private Mapping one(Mapping entry, String volumeName, String name, String namespace) {
    MappingBuilder volume = new MappingBuilder();
    for (int i = 0; i < entry.size(); i++) {
      Tree value = entry.value(i);
      if (entry.key(i).equals("name")) {
        value = Scalar.string(volumeName, value.span());
      } else if (SourceType.of(entry.key(i)).isPresent()) {
        if (namespace.isEmpty()) {
          placeholders.checkNoNamespace(value, name);
        }
        value = Placeholders.fill(value, name, namespace);
      }
      volume.put(entry, i, value);
    }
    return shared.addTo(volume.build(entry.span()), name, namespace);
  }
}
