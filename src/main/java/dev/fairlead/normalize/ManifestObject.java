package dev.fairlead.normalize;

import static dev.fairlead.diagnostic.Quote.quote;
import static dev.fairlead.diagnostic.Quote.quoteAll;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.document.Node;
import dev.fairlead.document.Place;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.At;
import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Ignore;
import dev.fairlead.model.Metadata;
import dev.fairlead.model.Quantity;
import dev.fairlead.model.ReclaimPolicy;
import dev.fairlead.model.Tree;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeMode;
import dev.fairlead.model.VolumeSource;
import dev.fairlead.model.Workload;
import dev.fairlead.model.WorkloadKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One object of a manifest, read into the model as the API server would complete it. */
final class ManifestObject {
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

  private static final List<String> KNOWN_FIELDS =
      Stream.of(OTHER_FIELDS, VolumeSource.SERVED, VolumeSource.REMOVED)
          .flatMap(Set::stream)
          .sorted()
          .toList();

  private final Fields manifest;
  private final Fields metadata;
  private final Fields spec;
  private final Span span;
  private final Diagnostics diagnostics;

  ManifestObject(Fields manifest, Diagnostics diagnostics) {
    this.manifest = manifest;
    this.metadata = manifest.mapping("metadata").orElseGet(manifest::none);
    this.spec = manifest.mapping("spec").orElseGet(manifest::none);
    this.span = manifest.span();
    this.diagnostics = diagnostics;
  }

  At<String> name() {
    return metadata.text("name").orElseGet(() -> new At<>("", span));
  }

  At<String> namespace() {
    return metadata.text("namespace").orElseGet(() -> new At<>("default", name().span()));
  }

  /** The volume; empty if it lacks what it can't be judged without, which has been reported. */
  Optional<Volume> volume() {
    Optional<At<Quantity>> capacity = size(spec.mapping("capacity"), "spec.capacity.storage");
    Optional<At<List<AccessMode>>> modes = accessModes();
    Optional<At<VolumeSource>> source = source();
    if (capacity.isEmpty() || modes.isEmpty() || source.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Volume(
            metadata(Optional.empty()),
            capacity.get(),
            modes.get(),
            spec.text("storageClassName").orElseGet(() -> new At<>("", name().span())),
            spec.text("persistentVolumeReclaimPolicy")
                .map(policy -> new At<>(ReclaimPolicy.of(policy.value()), policy.span()))
                .orElseGet(() -> new At<>(ReclaimPolicy.RETAIN, name().span())),
            volumeMode(),
            spec.texts("mountOptions").stream().map(At::value).toList(),
            spec.tree("nodeAffinity"),
            source.get(),
            spec.text("volumeAttributesClassName"),
            spec.mapping("claimRef").flatMap(this::claimRef),
            Optional.empty(),
            List.of(),
            ignore()));
  }

  /** The claim; empty if it lacks what it can't be judged without, which has been reported. */
  Optional<Claim> claim() {
    Optional<At<Quantity>> request =
        size(
            spec.mapping("resources").flatMap(resources -> resources.mapping("requests")),
            "spec.resources.requests.storage");
    Optional<At<List<AccessMode>>> modes = accessModes();
    if (request.isEmpty() || modes.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Claim(
            metadata(Optional.of(namespace())),
            request.get(),
            modes.get(),
            spec.text("storageClassName"),
            volumeMode(),
            spec.text("volumeAttributesClassName"),
            spec.text("volumeName").filter(name -> !name.value().isEmpty()),
            spec.tree("selector").filter(selector -> !selector.entries().isEmpty()),
            spec.tree("dataSource"),
            spec.tree("dataSourceRef"),
            ignore()));
  }

  /** The workload; a ReplicationController with a selector like that of all others. */
  Workload workload(WorkloadKind kind) {
    Tree.Mapping written =
        Trees.mapping((kind == WorkloadKind.POD_TEMPLATE ? manifest : spec).node());
    return new Workload(
        kind,
        metadata(Optional.of(namespace())),
        kind == WorkloadKind.REPLICATION_CONTROLLER ? withMatchLabels(written) : written,
        ignore());
  }

  /** The API server takes the labels of the template where the selector is left out. */
  private static Tree.Mapping withMatchLabels(Tree.Mapping controller) {
    Tree.Mapping written = controller.mapping("selector");
    Tree.Mapping labels =
        written.entries().isEmpty()
            ? controller.mapping("template").mapping("metadata").mapping("labels")
            : written;
    return controller.with(
        "selector", Tree.Mapping.of(Map.of("matchLabels", labels), labels.span()));
  }

  /** The object that made this one and looks after it, as {@code ManifestReader} names it. */
  Optional<String> controller() {
    return metadata.mappings("ownerReferences").stream()
        .filter(owner -> owner.isTrue("controller"))
        .findFirst()
        .map(
            owner ->
                ManifestReader.id(
                    owner.text("apiVersion").map(At::value).orElse(""),
                    owner.text("kind").map(At::value).orElse(""),
                    namespace().value(),
                    owner.text("name").map(At::value).orElse("")));
  }

  private Metadata metadata(Optional<At<String>> namespace) {
    Map<String, String> labels = new HashMap<>(metadata.strings("labels"));
    return new Metadata(name(), namespace, labels, metadata.strings("annotations"));
  }

  private Optional<At<Quantity>> size(Optional<Fields> owner, String path) {
    Optional<At<String>> text = owner.flatMap(fields -> fields.textOrNumber("storage"));
    if (text.isEmpty()) {
      missing(path, "storage: 10Gi");
    }
    return text.flatMap(size -> Quantities.parse(size, path + " of", name().value(), diagnostics));
  }

  private Optional<At<List<AccessMode>>> accessModes() {
    List<AccessMode> modes =
        spec.texts("accessModes").stream()
            .flatMap(mode -> AccessMode.of(mode.value()).stream())
            .toList();
    if (modes.isEmpty()) {
      missing("spec.accessModes", "accessModes: [ReadWriteOnce]");
      return Optional.empty();
    }
    Span place = Node.placeOf(spec.value("accessModes").orElseThrow()).value();
    return Optional.of(new At<>(modes, place));
  }

  private At<VolumeMode> volumeMode() {
    return spec.text("volumeMode")
        .map(mode -> new At<>(VolumeMode.of(mode.value()), mode.span()))
        .orElseGet(() -> new At<>(VolumeMode.FILESYSTEM, name().span()));
  }

  /** The source, whose fields the schema has looked at. */
  private Optional<At<VolumeSource>> source() {
    List<String> sources = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : spec.entries()) {
      if (VolumeSource.isKnown(entry.getKey())) {
        sources.add(entry.getKey());
      } else if (!OTHER_FIELDS.contains(entry.getKey())) {
        unknown.add(entry.getKey());
      }
    }
    sources.removeIf(source -> spec.value(source).orElseThrow().isNull());
    unknown.forEach(this::unknown);
    if (sources.size() > 1) {
      reject(spec.keySpan(sources.get(1)).orElseThrow(), "has " + quoteAll(sources));
    } else if (sources.isEmpty() && unknown.isEmpty()) {
      reject(name().span(), "has no volume source");
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
            + quote(name().value())
            + Nearest.question(key, KNOWN_FIELDS),
        "correct it or take it out");
  }

  private void reject(Span at, String problem) {
    diagnostics.add(
        Code.VOLUME_SOURCE,
        at,
        "volume "
            + quote(name().value())
            + " "
            + problem
            + "; exactly one volume source is accepted",
        "name the disk once, as in csi: {driver: ..., volumeHandle: ...}");
  }

  private Optional<At<ClaimRef>> claimRef(Fields ref) {
    Optional<At<String>> claim = ref.text("name");
    Optional<At<String>> namespace = ref.text("namespace");
    if (claim.isEmpty() || namespace.isEmpty()) {
      diagnostics.add(
          Code.CLAIM_REF,
          ref.span(),
          "claimRef of volume "
              + quote(name().value())
              + " lacks "
              + (claim.isEmpty() ? "name" : "namespace")
              + ": the API server accepts it, and no claim ever binds",
          "write both name and namespace of the claim");
      return Optional.empty();
    }
    return Optional.of(
        new At<>(new ClaimRef(namespace.get().value(), claim.get().value()), claim.get().span()));
  }

  /** What render has left in the annotation; whether it is of use was for check to say. */
  private List<Ignore> ignore() {
    return metadata
        .mapping("annotations")
        .flatMap(annotations -> annotations.text(Ignore.ANNOTATION))
        .map(
            codes ->
                Stream.of(codes.value().split(","))
                    .map(code -> new Ignore(code.strip(), codes.span(), true))
                    .toList())
        .orElse(List.of());
  }

  private void missing(String path, String example) {
    diagnostics.add(
        Code.MISSING_FIELD,
        name().span(),
        quote(name().value()) + " lacks " + quote(path) + ": the API server rejects it",
        "write it, as in " + example);
  }
}
