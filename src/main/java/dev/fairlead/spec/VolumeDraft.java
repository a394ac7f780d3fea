package dev.fairlead.spec;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.Optional;

/** A volume as written in the document. */
public final class VolumeDraft {
  private final Mapping fields;
  private final boolean broken;

  /** Where it stands whether the volume is reserved: the volume, else the defaults. */
  private final Mapping reserve;

  private final boolean reserved;
  private final Optional<Located<String>> name;
  private final Optional<Located<ClaimRef>> claim;

  VolumeDraft(
      Mapping fields, Optional<Mapping> defaults, String specNamespace, Diagnostics diagnostics) {
    this.fields = fields;
    boolean own = fields.has("reserve") || fields.has("bindTo") || defaults.isEmpty();
    this.reserve = own ? fields : defaults.get();
    this.broken = BrokenParts.isBroken(fields, diagnostics);
    this.name = fields.string("name");
    this.reserved = fields.isTrue("reserve") || fields.find("reserve") instanceof Mapping;
    this.claim = reserved ? Optional.of(reservedClaim(specNamespace)) : bindTo(specNamespace);
  }

  /** All fields of the volume. */
  public Mapping fields() {
    return fields;
  }

  /** Whether the volume has an error. */
  public boolean broken() {
    return broken;
  }

  /** The name, if there is one. */
  public Optional<Located<String>> name() {
    return name;
  }

  /** The name as messages show it; empty if there is none. */
  public String shownName() {
    return name.isPresent() ? name.get().value() : "";
  }

  /** The span to report for the volume as a whole. */
  public Span span() {
    return name.isPresent() ? name.get().span() : fields.span();
  }

  /** Whether the defaults ask for a claim, and the volume says nothing about it. */
  public boolean reservedByDefault() {
    return reserve != fields
        && (reserve.isTrue("reserve") || reserve.find("reserve") instanceof Mapping);
  }

  /** Whether the volume or the defaults want no claim. */
  public boolean unreserved() {
    return reserve.isFalse("reserve");
  }

  /** Where the volume or the defaults say whether it is reserved, else the volume. */
  public Span reserveSpan() {
    return reserve.keySpan("reserve").orElse(span());
  }

  /** The fields of the claim that fairlead makes for the volume. */
  public Mapping claimFields() {
    return reserve.mapping("reserve");
  }

  /** Whether {@code reserve} asks for a claim. */
  public boolean reserved() {
    return reserved;
  }

  /** The claim that {@code reserve} asks for, else the one that {@code bindTo} names. */
  public Optional<Located<ClaimRef>> claim() {
    return claim;
  }

  /** The span of {@code bindTo} if the volume has {@code reserve} too. */
  public Optional<Span> contradiction() {
    return reserved && bindTo("").isPresent() ? fields.keySpan("bindTo") : Optional.empty();
  }

  /** The claim that fairlead makes for the volume if it is reserved. */
  public Located<ClaimRef> reservedClaim(String specNamespace) {
    String namespace = claimFields().stringOr("namespace", specNamespace);
    Optional<Located<String>> written = claimFields().string("name");
    return written.isPresent()
        ? ref(namespace, written.get())
        : new Located<>(
            new ClaimRef(namespace, "pvc-" + shownName()),
            fields.keySpan("reserve").orElse(span()));
  }

  private Optional<Located<ClaimRef>> bindTo(String specNamespace) {
    Optional<Located<String>> word = fields.string("bindTo");
    if (word.isPresent()) {
      return Optional.of(ref(specNamespace, word.get()));
    }
    if (!(fields.find("bindTo") instanceof Mapping object)) {
      return Optional.empty();
    }
    Optional<Located<String>> written = object.string("name");
    return written.isPresent()
        ? Optional.of(ref(object.stringOr("namespace", specNamespace), written.get()))
        : Optional.empty();
  }

  private static Located<ClaimRef> ref(String namespace, Located<String> name) {
    return new Located<>(new ClaimRef(namespace, name.value()), name.span());
  }
}
