package dev.fairlead.normalize;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.At;
import dev.fairlead.model.ClaimRef;
import java.util.Optional;

/** A volume as it stands in the document; {@code broken} if an error in it has been reported. */
record VolumeDraft(Fields fields, boolean broken) {
  Optional<At<String>> name() {
    return fields.text("name");
  }

  /** Where to point for the volume as a whole. */
  Span span() {
    return name().map(At::span).orElseGet(fields::span);
  }

  /** Whether {@code reserve} asks for a claim. */
  boolean reserved() {
    return fields.isTrue("reserve") || reservation().isPresent();
  }

  /** What {@code reserve} says about the claim. */
  Optional<Fields> reservation() {
    return fields.mapping("reserve");
  }

  /** The claim that is made for the volume when it is reserved. */
  At<ClaimRef> reservedClaim(String specNamespace) {
    String volumeName = name().map(At::value).orElse("");
    String namespace =
        reservation().flatMap(r -> r.text("namespace")).map(At::value).orElse(specNamespace);
    At<String> claim =
        reservation()
            .flatMap(r -> r.text("name"))
            .orElseGet(
                () -> new At<>("pvc-" + volumeName, fields.keySpan("reserve").orElse(span())));
    return new At<>(new ClaimRef(namespace, claim.value()), claim.span());
  }

  /** The claim that {@code bindTo} names. */
  Optional<At<ClaimRef>> bindTo(String specNamespace) {
    Optional<At<ClaimRef>> byName =
        fields
            .text("bindTo")
            .map(name -> new At<>(new ClaimRef(specNamespace, name.value()), name.span()));
    return byName.or(
        () ->
            fields
                .mapping("bindTo")
                .flatMap(
                    object ->
                        object
                            .text("name")
                            .map(
                                name ->
                                    new At<>(
                                        new ClaimRef(
                                            object
                                                .text("namespace")
                                                .map(At::value)
                                                .orElse(specNamespace),
                                            name.value()),
                                        name.span()))));
  }
}
