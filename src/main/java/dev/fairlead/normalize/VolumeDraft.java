package dev.fairlead.normalize;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.At;
import dev.fairlead.model.ClaimRef;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A volume as it stands in the document. Keeps what is asked for again and again; its fields are
 * looked up in the document, which may have them folded.
 */
final class VolumeDraft {
  private final JsonNode list;
  private final int index;
  private final boolean broken;
  private final boolean reserved;
  private final Optional<At<String>> name;
  private final Optional<At<ClaimRef>> claim;
  private final Optional<Span> contradiction;

  /** {@code fields} are those of the volume at an index of the list. */
  VolumeDraft(
      JsonNode list, int index, Fields fields, String specNamespace, Diagnostics diagnostics) {
    this.list = list;
    this.index = index;
    this.broken = SpecDraft.broken(fields, diagnostics);
    this.name = fields.text("name");
    this.reserved = fields.isTrue("reserve") || fields.mapping("reserve").isPresent();
    this.claim =
        reserved
            ? Optional.of(reservedClaim(fields, specNamespace))
            : bindTo(fields, specNamespace);
    this.contradiction =
        reserved && bindTo(fields, specNamespace).isPresent()
            ? fields.keySpan("bindTo")
            : Optional.empty();
  }

  Fields fields() {
    return Fields.of(list.get(index));
  }

  /** Whether an error in the volume has been reported. */
  boolean broken() {
    return broken;
  }

  Optional<At<String>> name() {
    return name;
  }

  /** Where to point for the volume as a whole. */
  Span span() {
    return name.isPresent() ? name.get().span() : fields().span();
  }

  /** Whether {@code reserve} asks for a claim. */
  boolean reserved() {
    return reserved;
  }

  /** The claim that {@code reserve} asks for, else the one that {@code bindTo} names. */
  Optional<At<ClaimRef>> claim() {
    return claim;
  }

  /** Where {@code bindTo} names a claim although {@code reserve} asks for another. */
  Optional<Span> contradiction() {
    return contradiction;
  }

  /** The claim that is made for the volume when it is reserved. */
  At<ClaimRef> reservedClaim(String specNamespace) {
    return reserved ? claim.orElseThrow() : reservedClaim(fields(), specNamespace);
  }

  private At<ClaimRef> reservedClaim(Fields fields, String specNamespace) {
    Fields reserve = fields.mapping("reserve").orElse(fields.none());
    String namespace = reserve.textOr("namespace", specNamespace);
    Optional<At<String>> claim = reserve.text("name");
    if (claim.isPresent()) {
      return ref(namespace, claim.get());
    }
    Span span = fields.keySpan("reserve").orElse(span());
    return ref(namespace, new At<>("pvc-" + fields.textOr("name", ""), span));
  }

  private static Optional<At<ClaimRef>> bindTo(Fields fields, String specNamespace) {
    Optional<At<String>> word = fields.text("bindTo");
    if (word.isPresent()) {
      return Optional.of(ref(specNamespace, word.get()));
    }
    Fields object = fields.mapping("bindTo").orElse(fields.none());
    Optional<At<String>> name = object.text("name");
    return name.isPresent()
        ? Optional.of(ref(object.textOr("namespace", specNamespace), name.get()))
        : Optional.empty();
  }

  private static At<ClaimRef> ref(String namespace, At<String> name) {
    return new At<>(new ClaimRef(namespace, name.value()), name.span());
  }
}
