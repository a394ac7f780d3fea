package dev.fairlead.normalize;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.At;
import dev.fairlead.model.Claim;
import dev.fairlead.model.Ignore;
import dev.fairlead.model.Metadata;
import dev.fairlead.model.Quantity;
import dev.fairlead.model.Tree;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Completes the declared claims of one spec; what they leave out comes from their volume. */
final class ClaimNormalizer {
  private static final List<String> OTHER_ORIGINS =
      List.of("selector", "dataSource", "dataSourceRef");

  private final SpecDraft spec;
  private final Map<String, Volume> volumes;
  private final Diagnostics diagnostics;

  /** {@code volumes} are the complete volumes of the spec, by name. */
  ClaimNormalizer(SpecDraft spec, Map<String, Volume> volumes, Diagnostics diagnostics) {
    this.spec = spec;
    this.volumes = volumes;
    this.diagnostics = diagnostics;
  }

  /** The complete claim; empty if an error in it, or in its volume, has been reported. */
  Optional<Claim> normalize(ClaimDraft draft) {
    Fields fields = draft.fields();
    boolean sound = checkFields(draft);
    Optional<Volume> volume = volume(draft);
    Optional<At<Quantity>> request = request(fields, volume);
    boolean usable = draft.volume().isEmpty() || volume.isPresent();
    if (draft.broken() || !sound || !usable || request.isEmpty()) {
      return Optional.empty();
    }
    At<String> name = draft.name().orElseThrow();
    Layered layered = new Layered(fields, Optional.empty());
    List<Ignore> ignore = layered.ignore();
    At<List<AccessMode>> modes = new At<>(List.of(AccessMode.READ_WRITE_ONCE), name.span());
    At<VolumeMode> mode = layered.volumeMode(name.span());
    Optional<At<String>> className = fields.text("storageClassName");
    Optional<At<String>> attributesClass = fields.text("volumeAttributesClassName");
    Optional<At<String>> volumeName = fields.text("volumeName");
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
            metadata(draft, name, ignore),
            request.get(),
            layered.accessModes().orElse(modes),
            className,
            mode,
            attributesClass,
            volumeName,
            selector(fields),
            fields.tree("dataSource"),
            fields.tree("dataSourceRef"),
            ignore));
  }

  private Optional<Volume> volume(ClaimDraft draft) {
    Optional<At<String>> name = draft.volume();
    return name.isPresent()
        ? Optional.ofNullable(volumes.get(name.get().value()))
        : Optional.empty();
  }

  private Optional<At<Quantity>> request(Fields fields, Optional<Volume> volume) {
    Optional<At<String>> text = fields.textOrNumber("storage");
    Optional<At<Quantity>> written =
        text.isPresent()
            ? Quantities.parse(
                text.get(), "storage of claim", fields.textOr("name", ""), diagnostics)
            : Optional.empty();
    return volume.isPresent() ? or(written, Optional.of(volume.get().capacity())) : written;
  }

  /** An empty selector chooses nothing, which is what having none does. */
  private static Optional<Tree.Mapping> selector(Fields fields) {
    Optional<Tree.Mapping> selector = fields.tree("selector");
    boolean empty = selector.isPresent() && selector.get().entries().isEmpty();
    return empty ? Optional.empty() : selector;
  }

  private static <T> Optional<T> or(Optional<T> written, Optional<T> otherwise) {
    return written.isPresent() ? written : otherwise;
  }

  private Metadata metadata(ClaimDraft draft, At<String> name, List<Ignore> ignore) {
    Fields own = draft.fields();
    Map<String, String> labels = own.strings("labels", spec.shared("labels"));
    Map<String, String> annotations = own.strings("annotations", spec.shared("annotations"));
    return new Metadata(
        name, Optional.of(draft.namespace()), labels, Annotations.withIgnore(annotations, ignore));
  }

  private static String shown(ClaimDraft draft) {
    return "claim " + quote(draft.fields().textOr("name", ""));
  }

  private boolean checkFields(ClaimDraft draft) {
    Fields fields = draft.fields();
    Span place = draft.name().isPresent() ? draft.name().get().span() : fields.span();
    boolean byVolume = fields.has("volume");
    boolean byVolumeName = fields.has("volumeName");
    if (byVolume && byVolumeName) {
      return conflict(fields, "volumeName", shown(draft) + " has both volume and volumeName");
    }
    if (byVolume || byVolumeName) {
      String named = byVolume ? "volume" : "volumeName";
      for (String other : OTHER_ORIGINS) {
        if (fields.has(other)) {
          return conflict(
              fields,
              other,
              shown(draft)
                  + " has both "
                  + named
                  + " and "
                  + other
                  + ", but a claim that names its volume chooses nothing");
        }
      }
    }
    List<String> needed = byVolume ? List.of() : List.of("storage");
    if (byVolumeName) {
      needed = List.of("storage", "storageClassName");
    }
    boolean sound = true;
    for (String field : needed) {
      if (fields.has(field)) {
        continue;
      }
      String why =
          field.equals("storage")
              ? ""
              : ": left out, the cluster's default class would be filled in and not match";
      diagnostics.add(
          Code.MISSING_FIELD,
          place,
          shown(draft) + " lacks " + quote(field) + why,
          field.equals("storage")
              ? "write it, as in storage: 10Gi"
              : "write the class of that volume, or \"\" for none");
      sound = false;
    }
    return sound;
  }

  private boolean conflict(Fields fields, String key, String message) {
    diagnostics.add(
        Code.CONFLICTING_FIELDS, fields.keySpan(key).orElseThrow(), message, "keep one of them");
    return false;
  }
}
