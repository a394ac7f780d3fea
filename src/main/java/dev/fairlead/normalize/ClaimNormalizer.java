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
import dev.fairlead.model.Volume;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
    Optional<At<Quantity>> written =
        fields
            .textOrNumber("storage")
            .flatMap(
                t ->
                    Quantities.parse(
                        t, "storage of claim", fields.textOr("name", ""), diagnostics));
    Optional<Volume> volume = draft.volume().map(At::value).map(volumes::get);
    Optional<At<Quantity>> request = written.or(() -> volume.map(Volume::capacity));
    boolean usable = draft.volume().isEmpty() || volume.isPresent();
    if (draft.broken() || !sound || !usable || request.isEmpty()) {
      return Optional.empty();
    }
    At<String> name = draft.name().orElseThrow();
    Layered layered = new Layered(fields, Optional.empty());
    List<Ignore> ignore = layered.ignore();
    Optional<At<String>> volumeName =
        volume.isPresent() ? draft.volume() : fields.text("volumeName");
    return Optional.of(
        new Claim(
            metadata(draft, name, ignore),
            request.get(),
            layered
                .accessModes()
                .or(() -> volume.map(Volume::accessModes))
                .orElse(new At<>(List.of(AccessMode.READ_WRITE_ONCE), name.span())),
            fields.text("storageClassName").or(() -> volume.map(Volume::storageClassName)),
            fields.has("volumeMode")
                ? layered.volumeMode(name.span())
                : volume.map(Volume::volumeMode).orElse(layered.volumeMode(name.span())),
            fields
                .text("volumeAttributesClassName")
                .or(() -> volume.flatMap(Volume::volumeAttributesClassName)),
            volumeName,
            // An empty selector chooses nothing, which is what having none does.
            fields.tree("selector").filter(selector -> !selector.entries().isEmpty()),
            fields.tree("dataSource"),
            fields.tree("dataSourceRef"),
            ignore));
  }

  private Metadata metadata(ClaimDraft draft, At<String> name, List<Ignore> ignore) {
    Map<String, String> labels = spec.shared("labels");
    labels.putAll(draft.fields().strings("labels"));
    Map<String, String> annotations = spec.shared("annotations");
    annotations.putAll(draft.fields().strings("annotations"));
    return new Metadata(
        name, Optional.of(draft.namespace()), labels, Annotations.withIgnore(annotations, ignore));
  }

  private static String shown(ClaimDraft draft) {
    return "claim " + quote(draft.name().map(At::value).orElse(""));
  }

  private boolean checkFields(ClaimDraft draft) {
    Fields fields = draft.fields();
    String shown = shown(draft);
    Span place = draft.name().map(At::span).orElseGet(fields::span);
    boolean byVolume = fields.has("volume");
    boolean byVolumeName = fields.has("volumeName");
    if (byVolume && byVolumeName) {
      return conflict(fields, "volumeName", shown + " has both volume and volumeName");
    }
    if (byVolume || byVolumeName) {
      Optional<String> other = OTHER_ORIGINS.stream().filter(fields::has).findFirst();
      if (other.isPresent()) {
        String named = byVolume ? "volume" : "volumeName";
        return conflict(
            fields,
            other.get(),
            shown
                + " has both "
                + named
                + " and "
                + other.get()
                + ", but a claim that names its volume chooses nothing");
      }
    }
    Stream<String> missing = byVolume ? Stream.empty() : Stream.of("storage");
    if (byVolumeName) {
      missing = Stream.of("storage", "storageClassName");
    }
    boolean sound = true;
    for (String field : missing.filter(key -> !fields.has(key)).toList()) {
      String why =
          field.equals("storage")
              ? ""
              : ": left out, the cluster's default class would be filled in and not match";
      diagnostics.add(
          Code.MISSING_FIELD,
          place,
          shown + " lacks " + quote(field) + why,
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
