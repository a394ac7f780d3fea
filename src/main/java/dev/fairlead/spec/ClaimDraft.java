package dev.fairlead.spec;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Ignore;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.List;
import java.util.Optional;

/** A claim as it stands in the document; {@code broken} if an error in it has been reported. */
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

  /** The name as messages show it: empty if there is none. */
  public String shownName() {
    return fields.stringOr("name", "");
  }

  /** How a volume would refer to the claim, if it has a name. */
  public Optional<ClaimRef> ref() {
    Optional<Located<String>> name = name();
    return name.isPresent()
        ? Optional.of(new ClaimRef(namespace.value(), name.get().value()))
        : Optional.empty();
  }

  /** The volume of this spec that the claim is bound to, by name. */
  public Optional<Located<String>> volume() {
    return fields.string("volume");
  }

  /** The warnings that are not to be reported. */
  public List<Ignore> ignore() {
    return new WithDefaults(fields, Optional.empty()).ignore();
  }
}
