package dev.fairlead.manifest;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Ignore;
import dev.fairlead.model.Metadata;
import dev.fairlead.model.Quantity;
import dev.fairlead.model.Recorded;
import dev.fairlead.model.SourceType;
import dev.fairlead.model.StorageFields;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeSource;
import dev.fairlead.model.Workload;
import dev.fairlead.model.WorkloadKind;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns one object of a manifest into the model, with the defaults of the API server. */
public final class ManifestObject {
  private static final String DEBUG = "ephemeralContainers";

  private final Mapping manifest;
  private final Mapping metadata;
  private final Mapping spec;
  private final Diagnostics diagnostics;

  /** The object of a manifest. Findings go to {@code diagnostics}. */
  public ManifestObject(Mapping manifest, Diagnostics diagnostics) {
    this.manifest = manifest;
    this.metadata = manifest.mapping("metadata");
    this.spec = manifest.mapping("spec");
    this.diagnostics = diagnostics;
  }

  Located<String> name() {
    return metadata.string("name").orElse(new Located<>("", manifest.span()));
  }

  /**
   * The namespace; empty if it is left out, because then it is set when the manifest is applied.
   */
  Located<String> namespace() {
    return metadata.string("namespace").orElse(new Located<>("", name().span()));
  }

  /** The volume; empty if a field is missing without which it can't be checked. */
  public Optional<Volume> volume() {
    Located<String> name = name();
    Span span = name.span();
    Optional<Located<Quantity>> capacity = size(spec.mapping("capacity"), "spec.capacity.storage");
    Optional<Located<List<AccessMode>>> modes = accessModes();
    Optional<Located<VolumeSource>> source = source();
    Optional<Located<ClaimRef>> claimRef = claimRef();
    boolean forNobody = claimRef.isEmpty() && spec.has("claimRef");
    if (capacity.isEmpty() || modes.isEmpty() || source.isEmpty() || forNobody) {
      return Optional.empty();
    }
    return Optional.of(
        new Volume(
            metadata(Optional.empty()),
            capacity.get(),
            modes.get(),
            storageClassName().orElse(new Located<>("", span)),
            StorageFields.reclaimPolicy(spec, "persistentVolumeReclaimPolicy", span),
            StorageFields.volumeMode(spec, span),
            StorageFields.mountOptions(spec),
            spec.mappingAt("nodeAffinity"),
            source.get(),
            spec.string("volumeAttributesClassName"),
            claimRef,
            Optional.empty(),
            List.of(),
            recorded(),
            ignore()));
  }

  /** The claim; empty if a field is missing without which it can't be checked. */
  public Optional<Claim> claim() {
    Optional<Located<Quantity>> request =
        size(spec.mapping("resources").mapping("requests"), "spec.resources.requests.storage");
    Optional<Located<List<AccessMode>>> modes = accessModes();
    if (request.isEmpty() || modes.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Claim(
            metadata(Optional.of(namespace())),
            request.get(),
            modes.get(),
            storageClassName(),
            StorageFields.volumeMode(spec, name().span()),
            spec.string("volumeAttributesClassName"),
            volumeName(),
            StorageFields.selector(spec),
            spec.mappingAt("dataSource"),
            spec.mappingAt("dataSourceRef"),
            recorded(),
            ignore()));
  }

  /** The workload. The selector of a ReplicationController is converted to matchLabels. */
  public Workload workload(WorkloadKind kind) {
    Mapping written = kind == WorkloadKind.POD_TEMPLATE ? manifest : spec;
    if (kind == WorkloadKind.POD && metadata.has("uid") && spec.has(DEBUG)) {
      // A pod that runs may have them.
      written = spec.with(DEBUG, Sequence.of(List.of(), spec.spanOf(DEBUG)));
    }
    return new Workload(
        kind,
        metadata(Optional.of(namespace())),
        kind == WorkloadKind.REPLICATION_CONTROLLER ? withMatchLabels(written) : written,
        ignore());
  }

  /** Without a selector, the API server uses the labels of the template. */
  private static Mapping withMatchLabels(Mapping controller) {
    Mapping written = controller.mapping("selector");
    Mapping labels =
        written.isEmpty()
            ? controller.mapping("template").mapping("metadata").mapping("labels")
            : written;
    return controller.with("selector", Mapping.of("matchLabels", labels, labels.span()));
  }

  /** The {@link ManifestReader#id} of the controller that owns this object, if there is one. */
  Optional<String> controller() {
    for (Mapping owner : metadata.mappings("ownerReferences")) {
      if (owner.isTrue("controller")) {
        return Optional.of(
            ManifestReader.id(
                owner.stringOr("apiVersion", ""),
                owner.stringOr("kind", ""),
                namespace().value(),
                owner.stringOr("name", "")));
      }
    }
    return Optional.empty();
  }

  private Metadata metadata(Optional<Located<String>> namespace) {
    Mapping none = Mapping.empty(manifest.span());
    return new Metadata(
        name(),
        namespace,
        StorageFields.strings(metadata, "labels", none),
        StorageFields.strings(metadata, "annotations", none),
        List.of());
  }

  /** The source, if it is the only one and has no errors. */
  private Optional<Located<VolumeSource>> source() {
    List<Located<VolumeSource>> sources = new ArrayList<>();
    for (Mapping.Entry entry : spec.entries()) {
      Optional<SourceType> type = SourceType.of(entry.key());
      if (type.isPresent() && entry.value() instanceof Mapping fields) {
        sources.add(new Located<>(new VolumeSource(type.get(), fields), entry.keySpan()));
      }
    }
    return sources.size() == 1 && isSound(sources.get(0))
        ? Optional.of(sources.get(0))
        : Optional.empty();
  }

  private boolean isSound(Located<VolumeSource> source) {
    return !diagnostics.hasErrorAt(source.span())
        && !diagnostics.hasErrorWithin(source.value().fields().span());
  }

  private Optional<Located<Quantity>> size(Mapping owner, String path) {
    Optional<Located<String>> text = owner.stringOrNumber("storage");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return StorageFields.size(text.get(), path + " of", name().value(), diagnostics);
  }

  private Optional<Located<List<AccessMode>>> accessModes() {
    Optional<Located<List<AccessMode>>> modes = StorageFields.accessModes(spec);
    if (modes.isEmpty() || modes.get().value().isEmpty()) {
      return Optional.empty();
    }
    return modes;
  }

  private Optional<Located<String>> volumeName() {
    return filled(spec, "volumeName");
  }

  /** The class. Kubernetes reads an old annotation before the field. */
  private Optional<Located<String>> storageClassName() {
    Optional<Located<String>> old =
        metadata.mapping("annotations").string(StorageFields.CLASS_ANNOTATION);
    return old.isPresent() ? old : spec.string("storageClassName");
  }

  private Recorded recorded() {
    return new Recorded(
        metadata.stringOr("uid", ""),
        spec.mapping("claimRef").string("uid"),
        manifest.mapping("status").stringOr("phase", ""));
  }

  /** The claim that the volume names. An error in it doesn't set the volume free. */
  private Optional<Located<ClaimRef>> claimRef() {
    if (!(spec.find("claimRef") instanceof Mapping ref)) {
      return Optional.empty();
    }
    Optional<Located<String>> claim = filled(ref, "name");
    Optional<Located<String>> namespace = filled(ref, "namespace");
    if (claim.isEmpty() || namespace.isEmpty()) {
      if (!diagnostics.hasErrorWithin(ref.span())) {
        diagnostics.add(
            Code.CLAIM_REF,
            spec.keySpan("claimRef").orElseThrow(),
            message(
                "claimRef of volume {} lacks {}: the API server accepts it, but no claim ever"
                    + " binds",
                name().value(),
                plain(claim.isEmpty() ? "name" : "namespace")),
            "write both name and namespace of the claim");
      }
      if (claim.isEmpty()) {
        return Optional.empty();
      }
    }
    String there = namespace.isPresent() ? namespace.get().value() : "";
    return Optional.of(new Located<>(new ClaimRef(there, claim.get().value()), claim.get().span()));
  }

  private static Optional<Located<String>> filled(Mapping owner, String field) {
    Optional<Located<String>> text = owner.string(field);
    return text.isPresent() && text.get().value().isEmpty() ? Optional.empty() : text;
  }

  /**
   * The codes in the annotation that render writes. They count as inherited: check has reported
   * useless ones.
   */
  private List<Ignore> ignore() {
    Optional<Located<String>> codes = metadata.mapping("annotations").string(Ignore.ANNOTATION);
    if (codes.isEmpty()) {
      return List.of();
    }
    List<Ignore> ignore = new ArrayList<>();
    for (String code : codes.get().value().split(",")) {
      ignore.add(new Ignore(code.strip(), codes.get().span(), true));
    }
    return List.copyOf(ignore);
  }
}
