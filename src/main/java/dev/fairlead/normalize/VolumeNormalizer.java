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
import dev.fairlead.model.Tree;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeMode;
import dev.fairlead.model.VolumeSource;
import java.util.ArrayList;
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
    Optional<At<ClaimRef>> claim =
        binding.isPresent() ? Optional.of(binding.get().claim()) : Optional.empty();
    Volume volume =
        new Volume(
            metadata,
            capacity.get(),
            fields.accessModes().orElse(new At<>(List.of(AccessMode.READ_WRITE_ONCE), name.span())),
            fields.text("storageClassName").orElse(new At<>("", name.span())),
            fields.reclaimPolicy(name.span()),
            mode,
            mountOptions(fields),
            nodeAffinity(fields),
            source(own, mode.value()),
            fields.text("volumeAttributesClassName"),
            claim,
            Optional.empty(),
            List.of(),
            ignore);
    if (fields.isTrue("csiMigration")) {
      volume = CsiTranslation.translate(volume, diagnostics);
    }
    boolean reserved = binding.isPresent() && binding.get().origin() == Bindings.Origin.RESERVED;
    return Optional.of(reserved ? withReservation(volume, own) : volume);
  }

  private static List<String> mountOptions(Layered fields) {
    List<String> options = new ArrayList<>();
    for (At<String> option : fields.texts("mountOptions")) {
      options.add(option.value());
    }
    return List.copyOf(options);
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
          "volume " + quote(draft.fields().textOr("name", "")) + " lacks \"storage\", its size",
          "write it here or in defaults, as in storage: 50Gi");
    }
    return sound;
  }

  /** Whether an unknown key of the volume was likely meant to be the field. */
  private boolean misspelt(Fields volume, String field, Set<String> synonyms) {
    for (Map.Entry<String, JsonNode> entry : volume.node().properties()) {
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
    return quantity("storage of volume", fields.own(), fields.textOrNumber("storage"));
  }

  private Optional<At<Quantity>> quantity(String of, Fields volume, Optional<At<String>> text) {
    return text.isPresent()
        ? Quantities.parse(text.get(), of, volume.textOr("name", ""), diagnostics)
        : Optional.empty();
  }

  private static Optional<Tree.Mapping> nodeAffinity(Layered fields) {
    Optional<Fields> owner = fields.ownerOf("topology", "nodeAffinity");
    if (owner.isEmpty()) {
      return Optional.empty();
    }
    Optional<Tree.Mapping> written = owner.get().tree("nodeAffinity");
    Optional<Fields> topology = owner.get().mapping("topology");
    return written.isPresent() || topology.isEmpty()
        ? written
        : Optional.of(Topology.of(topology.get()));
  }

  private static At<VolumeSource> source(Fields volume, VolumeMode mode) {
    for (Map.Entry<String, JsonNode> entry : volume.node().properties()) {
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
    Fields reserve = own.mapping("reserve").orElse(own.none());
    At<ClaimRef> ref = volume.claimRef().orElseThrow();
    Map<String, String> labels = reserve.strings("labels", spec.shared("labels"));
    Map<String, String> annotations = reserve.strings("annotations", spec.shared("annotations"));
    At<Quantity> request =
        quantity("reserve.storage of volume", own, reserve.textOrNumber("storage"))
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
