package dev.fairlead.normalize;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
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

/** One object of a manifest, read into the model as the API server would complete it. */
final class ManifestObject {
  private final Fields manifest;
  private final Fields metadata;
  private final Fields spec;
  private final Span span;
  private final Diagnostics diagnostics;

  ManifestObject(Fields manifest, Diagnostics diagnostics) {
    this.manifest = manifest;
    this.metadata = manifest.mapping("metadata").orElse(manifest.none());
    this.spec = manifest.mapping("spec").orElse(manifest.none());
    this.span = manifest.span();
    this.diagnostics = diagnostics;
  }

  At<String> name() {
    return metadata.text("name").orElse(new At<>("", span));
  }

  At<String> namespace() {
    return metadata.text("namespace").orElse(new At<>("default", name().span()));
  }

  /** The volume; empty if it lacks what it can't be judged without, which has been reported. */
  Optional<Volume> volume() {
    Optional<At<Quantity>> capacity = size(spec.mapping("capacity"), "spec.capacity.storage");
    Optional<At<List<AccessMode>>> modes = accessModes();
    Optional<At<VolumeSource>> source = new ManifestSource(spec, name(), diagnostics).read();
    if (capacity.isEmpty() || modes.isEmpty() || source.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Volume(
            metadata(Optional.empty()),
            capacity.get(),
            modes.get(),
            spec.text("storageClassName").orElse(new At<>("", name().span())),
            reclaimPolicy(),
            volumeMode(),
            mountOptions(),
            spec.tree("nodeAffinity"),
            source.get(),
            spec.text("volumeAttributesClassName"),
            claimRef(),
            Optional.empty(),
            List.of(),
            ignore()));
  }

  /** The claim; empty if it lacks what it can't be judged without, which has been reported. */
  Optional<Claim> claim() {
    Optional<At<Quantity>> request =
        size(
            spec.mapping("resources").orElse(spec.none()).mapping("requests"),
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
            volumeName(),
            selector(),
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
    for (Fields owner : metadata.mappings("ownerReferences")) {
      if (owner.isTrue("controller")) {
        return Optional.of(
            ManifestReader.id(
                owner.textOr("apiVersion", ""),
                owner.textOr("kind", ""),
                namespace().value(),
                owner.textOr("name", "")));
      }
    }
    return Optional.empty();
  }

  private Metadata metadata(Optional<At<String>> namespace) {
    Map<String, String> labels = new HashMap<>(metadata.strings("labels"));
    return new Metadata(name(), namespace, labels, metadata.strings("annotations"));
  }

  private Optional<At<Quantity>> size(Optional<Fields> owner, String path) {
    Optional<At<String>> text = owner.orElse(spec.none()).textOrNumber("storage");
    if (text.isEmpty()) {
      missing(path, "storage: 10Gi");
      return Optional.empty();
    }
    return Quantities.parse(text.get(), path + " of", name().value(), diagnostics);
  }

  private Optional<At<List<AccessMode>>> accessModes() {
    Optional<At<List<AccessMode>>> modes = new Layered(spec, Optional.empty()).accessModes();
    if (modes.isEmpty() || modes.get().value().isEmpty()) {
      missing("spec.accessModes", "accessModes: [ReadWriteOnce]");
      return Optional.empty();
    }
    return modes;
  }

  private At<ReclaimPolicy> reclaimPolicy() {
    Optional<At<String>> policy = spec.text("persistentVolumeReclaimPolicy");
    return policy.isPresent()
        ? new At<>(ReclaimPolicy.of(policy.get().value()), policy.get().span())
        : new At<>(ReclaimPolicy.RETAIN, name().span());
  }

  private At<VolumeMode> volumeMode() {
    return new Layered(spec, Optional.empty()).volumeMode(name().span());
  }

  private List<String> mountOptions() {
    List<String> options = new ArrayList<>();
    for (At<String> option : spec.texts("mountOptions")) {
      options.add(option.value());
    }
    return List.copyOf(options);
  }

  private Optional<At<String>> volumeName() {
    return spec.textOr("volumeName", "").isEmpty() ? Optional.empty() : spec.text("volumeName");
  }

  private Optional<Tree.Mapping> selector() {
    Optional<Tree.Mapping> selector = spec.tree("selector");
    boolean empty = selector.isPresent() && selector.get().entries().isEmpty();
    return empty ? Optional.empty() : selector;
  }

  private Optional<At<ClaimRef>> claimRef() {
    if (spec.mapping("claimRef").isEmpty()) {
      return Optional.empty();
    }
    Fields ref = spec.mapping("claimRef").get();
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
    Fields annotations = metadata.mapping("annotations").orElse(metadata.none());
    Optional<At<String>> codes = annotations.text(Ignore.ANNOTATION);
    if (codes.isEmpty()) {
      return List.of();
    }
    List<Ignore> ignore = new ArrayList<>();
    for (String code : codes.get().value().split(",")) {
      ignore.add(new Ignore(code.strip(), codes.get().span(), true));
    }
    return List.copyOf(ignore);
  }

  private void missing(String path, String example) {
    diagnostics.add(
        Code.MISSING_FIELD,
        name().span(),
        quote(name().value()) + " lacks " + quote(path) + ": the API server rejects it",
        "write it, as in " + example);
  }
}
