package dev.fairlead.fix;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Proposal;
import dev.fairlead.diagnostic.Quote;

/** A proposal with the code of the finding that it fixes. */
public record Change(Code code, Proposal proposal) {

  /** One line for people: the position, the old text and the new text. */
  public String describe() {
    String before = Quote.visible(proposal.span().text());
    String after = Quote.visible(proposal.text());
    return proposal.span() + ": " + before + " -> " + after + " [" + code.slug() + "]";
  }
}
