package dev.fairlead.normalize;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Nearest;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Completes the volumes of one spec: defaults, source, claimRef and the claim made for it. */
final class VolumeNormalizer {
  private static final Set<String> OTHER_KEYS =
      Set.of(
          "name",
          "storage",
          "accessModes",
          "storageClassName",
          "reclaimPolicy",
          "volumeMode",
          "mountOptions",
          "nodeAffinity",
          "topology",
          "labels",
          "annotations",
          "volumeAttributesClassName",
          "csiMigration",
          "ignore",
          "reserve",
          "bindTo");

  private final SpecDraft spec;
  private final Bindings bindings;
  private final Diagnostics diagnostics;

  VolumeNormalizer(SpecDraft spec, Bindings bindings, Diagnostics diagnostics) {
    this.spec = spec;
    this.bindings = bindings;
    this.diagnostics = diagnostics;
  }

  /** The complete volume; empty if an error in it has been reported. */
  Optional<Volume> normalize(VolumeDraft draft) {
    Fields own = draft.fields();
    Layered fields = new Layered(own, spec.defaults());
    boolean sound = checkFields(draft, fields);
    Optional<At<Quantity>> capacity = quantity(fields);
    if (draft.broken() || !sound || capacity.isEmpty()) {
      return Optional.empty();
    }
    At<String> name = draft.name().orElseThrow();
    At<VolumeMode> mode = fields.volumeMode(name.span());
    List<Ignore> ignore = fields.ignore();
    Metadata metadata =
        new Metadata(
            name,
            Optional.empty(),
            fields.strings("labels", spec.shared("labels")),
            Annotations.withIgnore(
                fields.strings("annotations", spec.shared("annotations")), ignore));
    Optional<Bindings.Binding> binding = bindings.of(draft);
    Volume volume =
        new Volume(
            metadata,
            capacity.get(),
            fields.accessModes().orElse(new At<>(List.of(AccessMode.READ_WRITE_ONCE), name.span())),
            fields.text("storageClassName").orElse(new At<>("", name.span())),
            fields
                .text("reclaimPolicy")
                .map(text -> new At<>(ReclaimPolicy.of(text.value()), text.span()))
                .orElse(new At<>(ReclaimPolicy.RETAIN, name.span())),
            mode,
            fields.texts("mountOptions").stream().map(At::value).toList(),
            nodeAffinity(fields),
            source(own, mode.value()),
            fields.text("volumeAttributesClassName"),
            binding.map(Bindings.Binding::claim),
            Optional.empty(),
            List.of(),
            ignore);
    if (fields.isTrue("csiMigration")) {
      volume = CsiTranslation.translate(volume, diagnostics);
    }
    boolean reserved = binding.filter(b -> b.origin() == Bindings.Origin.RESERVED).isPresent();
    return Optional.of(reserved ? withReservation(volume, own) : volume);
  }

  private static String shown(Fields volume) {
    return "volume " + quote(volume.text("name").map(At::value).orElse(""));
  }

  private boolean checkFields(VolumeDraft draft, Layered fields) {
    boolean sound = true;
    for (Fields layer : fields.layers()) {
      if (layer.has("topology") && layer.has("nodeAffinity")) {
        diagnostics.add(
            Code.CONFLICTING_FIELDS,
            layer.keySpan("topology").orElseThrow(),
            "topology and nodeAffinity say the same thing twice; keep one of them");
        sound = false;
      }
    }
    if (!fields.has("storage") && !misspelt(fields.own(), "storage", Set.of("size", "capacity"))) {
      diagnostics.add(
          Code.MISSING_FIELD,
          draft.span(),
          "volume "
              + quote(draft.name().map(At::value).orElse(""))
              + " lacks \"storage\", its size",
          "write it here or in defaults, as in storage: 50Gi");
    }
    return sound;
  }

  /** Whether an unknown key of the volume was likely meant to be the field. */
  private boolean misspelt(Fields volume, String field, Set<String> synonyms) {
    for (Map.Entry<String, JsonNode> entry : volume.entries()) {
      boolean meant =
          synonyms.contains(entry.getKey())
              || Nearest.to(entry.getKey(), List.of(field)).isPresent();
      if (meant && diagnostics.hasErrorAt(Fields.of(entry.getValue()).span())) {
        return true;
      }
    }
    return false;
  }

  private Optional<At<Quantity>> quantity(Layered fields) {
    return fields
        .textOrNumber("storage")
        .flatMap(text -> Quantities.parse(text, "storage of " + shown(fields.own()), diagnostics));
  }

  private static Optional<Tree.Mapping> nodeAffinity(Layered fields) {
    Optional<Fields> owner = fields.ownerOf("topology", "nodeAffinity");
    Optional<Tree.Mapping> written = owner.flatMap(layer -> layer.tree("nodeAffinity"));
    return written.or(() -> owner.flatMap(layer -> layer.mapping("topology")).map(Topology::of));
  }

  private static At<VolumeSource> source(Fields volume, VolumeMode mode) {
    for (Map.Entry<String, JsonNode> entry : volume.entries()) {
      if (!OTHER_KEYS.contains(entry.getKey())) {
        Span span = Fields.of(entry.getValue()).span();
        Tree.Mapping fields = Trees.mapping(entry.getValue());
        VolumeSource source = new VolumeSource(entry.getKey(), fields);
        return new At<>(SourceDefaults.complete(source, mode, span), span);
      }
    }
    throw new IllegalStateException("a volume without a source passed the schema");
  }

  private Volume withReservation(Volume volume, Fields own) {
    Optional<Fields> written = own.mapping("reserve");
    At<ClaimRef> ref = volume.claimRef().orElseThrow();
    Map<String, String> labels = spec.shared("labels");
    Map<String, String> annotations = spec.shared("annotations");
    written.ifPresent(reserve -> labels.putAll(reserve.strings("labels")));
    written.ifPresent(reserve -> annotations.putAll(reserve.strings("annotations")));
    At<Quantity> request =
        written
            .flatMap(reserve -> reserve.textOrNumber("storage"))
            .flatMap(
                text -> Quantities.parse(text, "reserve.storage of " + shown(own), diagnostics))
            .orElse(volume.capacity());
    Claim claim =
        new Claim(
            new Metadata(
                new At<>(ref.value().name(), ref.span()),
                Optional.of(new At<>(ref.value().namespace(), ref.span())),
                labels,
                Annotations.withIgnore(annotations, volume.ignore())),
            request,
            volume.accessModes(),
            Optional.of(volume.storageClassName()),
            volume.volumeMode(),
            volume.volumeAttributesClassName(),
            Optional.of(volume.metadata().name()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            volume.ignore());
    return volume.withReservation(claim);
  }
}
