package dev.fairlead.diagnostic;

import java.util.Optional;

/**
 * One finding. The message is one line, lower case, without a full stop; the hint, if any, says
 * what to do; the proposal, if any, does it.
 */
public record Diagnostic(
    Code code,
    Severity severity,
    String message,
    Optional<String> hint,
    Span span,
    Optional<Proposal> proposal) {

  /** A finding of the code's own severity. */
  public static Diagnostic of(Code code, Span span, String message) {
    return new Diagnostic(code, code.severity(), message, Optional.empty(), span, Optional.empty());
  }

  /** The same finding with something to do about it. */
  public Diagnostic withHint(String text) {
    return new Diagnostic(code, severity, message, Optional.of(text), span, proposal);
  }

  /** The same finding with the change that mends it, if there is one. */
  public Diagnostic withProposal(Optional<Proposal> change) {
    return new Diagnostic(code, severity, message, hint, span, change);
  }

  /** The same finding as an error, which is what {@code --strict} makes of warnings. */
  public Diagnostic asError() {
    return new Diagnostic(code, Severity.ERROR, message, hint, span, proposal);
  }
}
