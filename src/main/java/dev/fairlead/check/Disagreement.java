package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.tree.Located;

/**
 * A field in which a claim and its volume do not agree.
 *
 * @param code the code of the finding if nothing else disagrees
 * @param field the field as messages name it
 * @param asked what the claim asks for
 * @param given what the volume has
 * @param remedy what to write in the claim
 */
record Disagreement(Code code, String field, Located<?> asked, Located<?> given, String remedy) {

  /** The finding with both places of the field. */
  Diagnostic label(Diagnostic finding) {
    String claims = message("the claim asks for {} {}", plain(field), asked.value());
    String before = finding.label().isPresent() ? finding.label().get() + "; " : "";
    Diagnostic labelled =
        finding.span().equals(asked.span())
            ? finding.withLabel(before + claims)
            : finding.withRelated(asked.span(), claims);
    return labelled.withRelated(
        given.span(), message("the volume has {} {}", plain(field), given.value()));
  }
}
