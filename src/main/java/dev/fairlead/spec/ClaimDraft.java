package dev.fairlead.spec;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Ignore;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.List;
import java.util.Optional;

/** A claim as written in the document; {@code broken} if it has an error. */
public record ClaimDraft(Mapping fields, Located<String> namespace, boolean broken) {
  static ClaimDraft of(Mapping fields, Located<String> specNamespace, Diagnostics diagnostics) {
    return new ClaimDraft(
        fields,
        fields.string("namespace").orElse(specNamespace),
        BrokenParts.isBroken(fields, diagnostics));
  }

  /** The name, if there is one. */
  public Optional<Located<String>> name() {
    return fields.string("name");
  }

  /** The name as messages show it; empty if there is none. */
  public String shownName() {
    return fields.stringOr("name", "");
  }

  /** The reference by which a volume names the claim; empty if the claim has no name. */
  public Optional<ClaimRef> ref() {
    Optional<Located<String>> name = name();
    return name.isPresent()
        ? Optional.of(new ClaimRef(namespace.value(), name.get().value()))
        : Optional.empty();
  }

  /** The name of the volume in this spec that the claim is bound to, if any. */
  public Optional<Located<String>> volume() {
    return fields.string("volume");
  }

  /** The warnings to silence. */
  public List<Ignore> ignore() {
    return new WithDefaults(fields, Optional.empty()).ignore();
  }
}
