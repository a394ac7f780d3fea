package dev.fairlead.binding;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.csi.CsiTranslation;
import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Ignore;
import dev.fairlead.model.Quantity;
import dev.fairlead.model.Recorded;
import dev.fairlead.model.SourceType;
import dev.fairlead.model.StorageFields;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeMode;
import dev.fairlead.model.VolumeSource;
import dev.fairlead.spec.SpecDraft;
import dev.fairlead.spec.VolumeDraft;
import dev.fairlead.spec.WithDefaults;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.List;
import java.util.Optional;

/** Completes the volumes of one spec: defaults, source, claimRef and the reserved claim. */
public final class VolumeNormalizer {
  private final SpecDraft spec;
  private final Bindings bindings;
  private final Diagnostics diagnostics;

  /** Findings go to {@code diagnostics}. */
  public VolumeNormalizer(SpecDraft spec, Bindings bindings, Diagnostics diagnostics) {
    this.spec = spec;
    this.bindings = bindings;
    this.diagnostics = diagnostics;
  }

  /** The complete volume; empty if it has an error. */
  public Optional<Volume> normalize(VolumeDraft draft) {
    WithDefaults fields = new WithDefaults(draft.fields(), spec.defaults());
    boolean sound = checkFields(draft, fields);
    Optional<Located<Quantity>> capacity =
        size("storage of volume", draft, fields.stringOrNumber("storage"));
    Optional<SourceType> type = sourceType(draft.fields());
    if (draft.broken() || !sound || capacity.isEmpty() || type.isEmpty()) {
      return Optional.empty();
    }
    Located<String> name = draft.name().orElseThrow();
    Span span = name.span();
    Located<VolumeMode> mode = fields.volumeMode(span);
    List<Ignore> ignore = fields.ignore();
    Optional<Binding> binding = bindings.of(draft);
    Optional<Located<ClaimRef>> claim =
        binding.isPresent() ? Optional.of(binding.get().claim()) : Optional.empty();
    Volume volume =
        new Volume(
            spec.protect(
                spec.sharedByVolumes().of(name, Optional.empty(), draft.fields(), ignore),
                draft.fields(),
                diagnostics),
            capacity.get(),
            fields.accessModes().orElse(new Located<>(List.of(AccessMode.READ_WRITE_ONCE), span)),
            fields.string("storageClassName").orElse(new Located<>("", span)),
            fields.reclaimPolicy(span),
            mode,
            fields.mountOptions(),
            nodeAffinity(fields),
            source(draft.fields(), type.get(), mode.value()),
            fields.string("volumeAttributesClassName"),
            claim,
            Optional.empty(),
            List.of(),
            Recorded.NOTHING,
            ignore);
    Optional<Mapping> migration = fields.mapping("csiMigration");
    if (migration.isPresent() || fields.isTrue("csiMigration")) {
      Optional<String> project =
          migration.isPresent() ? migration.get().text("project") : Optional.empty();
      volume = CsiTranslation.translate(volume, project, diagnostics);
    }
    boolean reserved = binding.isPresent() && binding.get().isReserved();
    if (!reserved) {
      return Optional.of(volume);
    }
    boolean each = binding.get().origin() == Binding.Origin.EACH;
    Mapping ofClaim = each ? Mapping.empty(span) : draft.claimFields();
    return Optional.of(withReservation(volume, draft, ofClaim));
  }

  private boolean checkFields(VolumeDraft draft, WithDefaults fields) {
    boolean sound = true;
    for (Mapping layer : fields.layers()) {
      if (layer.has("topology") && layer.has("nodeAffinity")) {
        diagnostics.add(
            Diagnostic.of(
                    Code.CONFLICTING_FIELDS,
                    layer.keySpan("topology").orElseThrow(),
                    "topology and nodeAffinity set the same thing; keep one of them")
                .withRelated(layer.keySpan("nodeAffinity").orElseThrow(), "the other one"));
        sound = false;
      }
    }
    if (!fields.has("storage") && !diagnostics.isExplained(draft.fields().span(), "storage")) {
      diagnostics.add(
          Code.MISSING_FIELD,
          draft.span(),
          message("volume {} lacks {}, its size", draft.shownName(), "storage"),
          "write it here or in defaults, as in storage: 50Gi");
    }
    return sound;
  }

  private Optional<Located<Quantity>> size(
      String of, VolumeDraft draft, Optional<Located<String>> text) {
    return text.isPresent()
        ? StorageFields.size(text.get(), of, draft.shownName(), diagnostics)
        : Optional.empty();
  }

  private static Optional<Mapping> nodeAffinity(WithDefaults fields) {
    Optional<Mapping> owner = fields.ownerOf("topology", "nodeAffinity");
    if (owner.isEmpty()) {
      return Optional.empty();
    }
    Optional<Mapping> written = owner.get().mappingAt("nodeAffinity");
    Optional<Mapping> topology = owner.get().mappingAt("topology");
    return written.isPresent() || topology.isEmpty()
        ? written
        : Optional.of(Topology.of(topology.get()));
  }

  /** The source. If the one in the defaults has an error, there may be none. */
  private static Optional<SourceType> sourceType(Mapping volume) {
    for (int i = 0; i < volume.size(); i++) {
      Optional<SourceType> type = SourceType.of(volume.key(i));
      if (type.isPresent() && type.get().isServed()) {
        return type;
      }
    }
    return Optional.empty();
  }

  private static Located<VolumeSource> source(Mapping volume, SourceType type, VolumeMode mode) {
    Span span = volume.keySpan(type.toString()).orElseThrow();
    VolumeSource source = new VolumeSource(type, volume.mapping(type.toString()));
    return new Located<>(SourceDefaults.complete(source, mode, span), span);
  }

  private Volume withReservation(Volume volume, VolumeDraft draft, Mapping reserve) {
    Located<ClaimRef> ref = volume.claimRef().orElseThrow();
    Located<Quantity> request =
        size("reserve.storage of volume", draft, reserve.stringOrNumber("storage"))
            .orElse(volume.capacity());
    Claim claim =
        new Claim(
            spec.protect(
                spec.shared()
                    .of(
                        new Located<>(ref.value().name(), ref.span()),
                        Optional.of(new Located<>(ref.value().namespace(), ref.span())),
                        reserve,
                        volume.ignore()),
                draft.fields(),
                diagnostics),
            request,
            volume.accessModes(),
            Optional.of(volume.storageClassName()),
            volume.volumeMode(),
            volume.volumeAttributesClassName(),
            Optional.of(volume.metadata().name()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Recorded.NOTHING,
            volume.ignore());
    return volume.withReservation(claim);
  }
}
