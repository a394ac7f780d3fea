package dev.fairlead.normalize;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.document.Document;
import dev.fairlead.document.Node;
import dev.fairlead.model.At;
import dev.fairlead.model.KeyOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A document with its parts named, before anything is resolved. */
final class SpecDraft {
  private static final String DEFAULT_NAMESPACE = "default";

  private final Fields root;
  private final Fields metadata;
  private final List<VolumeDraft> volumes;
  private final List<ClaimDraft> claims;
  private final List<Fields> workloads;
  private final Map<String, VolumeDraft> volumesByName = new HashMap<>();
  private final Map<String, List<ClaimDraft>> claimsByName = new HashMap<>();
  private final Map<String, Map<String, String>> shared;

  SpecDraft(Document document, Diagnostics diagnostics) {
    root = Fields.of(document.root());
    metadata = root.mapping("metadata").orElse(root);
    volumes = volumes(namespace().value(), diagnostics);
    claims = claims(diagnostics);
    workloads = root.mappings("workloads");
    shared = Map.of("labels", ofResources("labels"), "annotations", ofResources("annotations"));
    for (VolumeDraft volume : volumes) {
      if (volume.name().isPresent()) {
        volumesByName.putIfAbsent(volume.name().get().value(), volume);
      }
    }
    for (ClaimDraft claim : claims) {
      if (claim.name().isPresent()) {
        String name = claim.name().get().value();
        claimsByName.putIfAbsent(name, new ArrayList<>());
        claimsByName.get(name).add(claim);
      }
    }
  }

  private List<VolumeDraft> volumes(String namespace, Diagnostics diagnostics) {
    List<VolumeDraft> drafts = new ArrayList<>();
    Optional<JsonNode> list = root.value("volumes");
    if (list.isEmpty() || !list.get().isArray()) {
      return drafts;
    }
    for (int i = 0; i < list.get().size(); i++) {
      JsonNode item = list.get().get(i);
      if (item.isObject()) {
        drafts.add(new VolumeDraft(list.get(), i, Fields.of(item), namespace, diagnostics));
      }
    }
    return drafts;
  }

  private List<ClaimDraft> claims(Diagnostics diagnostics) {
    List<ClaimDraft> drafts = new ArrayList<>();
    for (Fields fields : root.mappings("claims")) {
      drafts.add(new ClaimDraft(fields, namespaceOf(fields), broken(fields, diagnostics)));
    }
    return drafts;
  }

  /** Whether an error has been reported in an element, or in what aliases and merges put there. */
  static boolean broken(Fields element, Diagnostics diagnostics) {
    return diagnostics.hasErrors()
        && (diagnostics.hasErrorWithin(element.extent())
            || brokenElsewhere(element.node(), element.extent(), diagnostics));
  }

  private static boolean brokenElsewhere(JsonNode node, Span extent, Diagnostics diagnostics) {
    Span value = Node.placeOf(node).value();
    Span key = Node.placeOf(node).key();
    boolean here =
        (!extent.contains(value) && diagnostics.hasErrorWithin(value))
            || (!extent.contains(key) && diagnostics.hasErrorAt(key));
    return here || node.valueStream().anyMatch(c -> brokenElsewhere(c, extent, diagnostics));
  }

  String name() {
    return metadata.textOr("name", "");
  }

  At<String> namespace() {
    return metadata.text("namespace").orElse(new At<>(DEFAULT_NAMESPACE, metadata.span()));
  }

  At<String> namespaceOf(Fields element) {
    return element.text("namespace").orElse(namespace());
  }

  Optional<Fields> defaults() {
    return root.mapping("defaults");
  }

  List<VolumeDraft> volumes() {
    return volumes;
  }

  List<ClaimDraft> claims() {
    return claims;
  }

  List<Fields> workloads() {
    return workloads;
  }

  Optional<VolumeDraft> volume(String name) {
    return Optional.ofNullable(volumesByName.get(name));
  }

  /** The declared claim of that name: the one in the namespace, else the first in another. */
  Optional<ClaimDraft> claim(String name, String namespace) {
    List<ClaimDraft> named = claimsByName.getOrDefault(name, List.of());
    for (ClaimDraft claim : named) {
      if (claim.namespace().value().equals(namespace)) {
        return Optional.of(claim);
      }
    }
    return named.isEmpty() ? Optional.empty() : Optional.of(named.get(0));
  }

  /** The spec's labels or annotations that every resource gets; never changed. */
  Map<String, String> shared(String key) {
    return shared.get(key);
  }

  private Map<String, String> ofResources(String key) {
    Map<String, String> strings = new HashMap<>();
    for (Map.Entry<String, String> entry : metadata.strings(key).entrySet()) {
      if (!staysWithSpec(entry.getKey())) {
        strings.put(entry.getKey(), entry.getValue());
      }
    }
    return KeyOrder.sort(strings);
  }

  /**
   * kustomize marks function configs with annotations that would take a resource out of the build.
   */
  private static boolean staysWithSpec(String key) {
    int slash = key.indexOf('/');
    String domain = slash < 0 ? "" : "." + key.substring(0, slash);
    return domain.endsWith(".kubernetes.io")
        || domain.endsWith(".k8s.io")
        || domain.endsWith(".fairlead.dev");
  }
}
