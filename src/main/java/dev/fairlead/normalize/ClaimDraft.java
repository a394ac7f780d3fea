package dev.fairlead.normalize;

import dev.fairlead.model.At;
import dev.fairlead.model.ClaimRef;
import java.util.Optional;

/** A claim as it stands in the document; {@code broken} if an error in it has been reported. */
record ClaimDraft(Fields fields, At<String> namespace, boolean broken) {
  Optional<At<String>> name() {
    return fields.text("name");
  }

  Optional<ClaimRef> ref() {
    Optional<At<String>> name = name();
    return name.isPresent()
        ? Optional.of(new ClaimRef(namespace.value(), name.get().value()))
        : Optional.empty();
  }

  /** The volume of this spec that the claim is bound to, by name. */
  Optional<At<String>> volume() {
    return fields.text("volume");
  }
}
