package dev.fairlead.binding;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.Claim;
import dev.fairlead.model.Ignore;
import dev.fairlead.model.LabelSelector;
import dev.fairlead.model.Quantity;
import dev.fairlead.model.Recorded;
import dev.fairlead.model.StorageFields;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeMode;
import dev.fairlead.spec.ClaimDraft;
import dev.fairlead.spec.SpecDraft;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Completes the declared claims of one spec. Fields that they leave out come from their volume. */
public final class ClaimNormalizer {
  private static final List<String> OTHER_ORIGINS =
      List.of("selector", "dataSource", "dataSourceRef");

  private final SpecDraft spec;
  private final Map<String, Volume> volumes;
  private final Diagnostics diagnostics;

  /** {@code volumes} holds the complete volumes of the spec by name. */
  public ClaimNormalizer(SpecDraft spec, Map<String, Volume> volumes, Diagnostics diagnostics) {
    this.spec = spec;
    this.volumes = volumes;
    this.diagnostics = diagnostics;
  }

  /** The complete claim; empty if the claim or its volume has an error. */
  public Optional<Claim> normalize(ClaimDraft draft) {
    Mapping fields = draft.fields();
    boolean sound = checkFields(draft);
    Optional<Volume> volume = volume(draft);
    Optional<Located<Quantity>> request = request(draft, volume);
    boolean usable = draft.volume().isEmpty() || volume.isPresent();
    if (draft.broken() || !sound || !usable || request.isEmpty()) {
      return Optional.empty();
    }
    Located<String> name = draft.name().orElseThrow();
    List<Ignore> ignore = draft.ignore();
    Located<List<AccessMode>> modes =
        new Located<>(List.of(AccessMode.READ_WRITE_ONCE), name.span());
    Located<VolumeMode> mode = StorageFields.volumeMode(fields, name.span());
    Optional<Located<String>> className = fields.string("storageClassName");
    Optional<Located<String>> attributesClass = fields.string("volumeAttributesClassName");
    Optional<Located<String>> volumeName = fields.string("volumeName");
    if (volume.isPresent()) {
      Volume bound = volume.get();
      modes = bound.accessModes();
      mode = fields.has("volumeMode") ? mode : bound.volumeMode();
      className = or(className, Optional.of(bound.storageClassName()));
      attributesClass = or(attributesClass, bound.volumeAttributesClassName());
      volumeName = draft.volume();
    }
    return Optional.of(
        new Claim(
            spec.protect(
                spec.shared().of(name, Optional.of(draft.namespace()), fields, ignore),
                fields,
                diagnostics),
            request.get(),
            StorageFields.accessModes(fields).orElse(modes),
            className,
            mode,
            attributesClass,
            volumeName,
            StorageFields.selector(fields),
            fields.mappingAt("dataSource"),
            fields.mappingAt("dataSourceRef"),
            Recorded.NOTHING,
            ignore));
  }

  private Optional<Volume> volume(ClaimDraft draft) {
    Optional<Located<String>> name = draft.volume();
    return name.isPresent()
        ? Optional.ofNullable(volumes.get(name.get().value()))
        : Optional.empty();
  }

  private Optional<Located<Quantity>> request(ClaimDraft draft, Optional<Volume> volume) {
    Optional<Located<String>> text = draft.fields().stringOrNumber("storage");
    Optional<Located<Quantity>> written =
        text.isPresent()
            ? StorageFields.size(text.get(), "storage of claim", draft.shownName(), diagnostics)
            : Optional.empty();
    return volume.isPresent() ? or(written, Optional.of(volume.get().capacity())) : written;
  }

  private static <T> Optional<T> or(Optional<T> written, Optional<T> otherwise) {
    return written.isPresent() ? written : otherwise;
  }

  private boolean checkFields(ClaimDraft draft) {
    Mapping fields = draft.fields();
    String name = draft.shownName();
    boolean byVolume = fields.has("volume");
    boolean byVolumeName = fields.has("volumeName");
    if (byVolume && byVolumeName) {
      return conflict(
          fields, "volumeName", "volume", message("claim {} has both volume and volumeName", name));
    }
    if (byVolume || byVolumeName) {
      String named = byVolume ? "volume" : "volumeName";
      for (String other : OTHER_ORIGINS) {
        if (fields.has(other) && !(other.equals("selector") && isMet(fields, named))) {
          return conflict(
              fields,
              other,
              named,
              message(
                  "claim {} has both {} and {}; {}",
                  name,
                  plain(named),
                  plain(other),
                  plain(
                      other.equals("selector")
                          ? "accepted is a selector that the labels of that volume of this spec"
                              + " meet"
                          : "a claim that names its volume can't have a data source")));
        }
      }
    }
    boolean sound = byVolume || fields.has("storage");
    if (!sound) {
      missing(draft, "storage", "", "write it, as in storage: 10Gi");
    }
    if (byVolumeName && !fields.has("storageClassName")) {
      missing(
          draft,
          "storageClassName",
          ": without it, the cluster would fill in its default class, which would not match the"
              + " volume",
          "write the class of that volume, or \"\" for none");
      return false;
    }
    return sound;
  }

  /** Whether the volume that the claim names is in this spec and meets the claim's selector. */
  private boolean isMet(Mapping fields, String named) {
    Volume volume = volumes.get(fields.stringOr(named, ""));
    return volume != null
        && new LabelSelector(fields.mapping("selector")).matches(volume.metadata().labels());
  }

  private void missing(ClaimDraft draft, String field, String why, String hint) {
    Optional<Located<String>> name = draft.name();
    Span place = name.isPresent() ? name.get().span() : draft.fields().span();
    diagnostics.add(
        Code.MISSING_FIELD,
        place,
        message("claim {} lacks {}{}", draft.shownName(), field, plain(why)),
        hint);
  }

  private boolean conflict(Mapping fields, String key, String other, String message) {
    diagnostics.add(
        Diagnostic.of(Code.CONFLICTING_FIELDS, fields.keySpan(key).orElseThrow(), message)
            .withHint("keep one of them")
            .withRelated(fields.keySpan(other).orElseThrow(), "the other one"));
    return false;
  }
}
