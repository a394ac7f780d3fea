package dev.fairlead.diagnostic;

import java.util.Optional;

/**
 * One finding. The message is one line in lower case without a full stop. The hint says what to do,
 * and the proposal is a change that does it.
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

  /** The same finding in other words. */
  public Diagnostic withMessage(String words) {
    return new Diagnostic(code, severity, words, hint, span, proposal);
  }

  /** The same finding with a hint. */
  public Diagnostic withHint(String text) {
    return new Diagnostic(code, severity, message, Optional.of(text), span, proposal);
  }

  /** The same finding without a hint, because something else says what to do. */
  public Diagnostic withoutHint() {
    return new Diagnostic(code, severity, message, Optional.empty(), span, proposal);
  }

  /** The same finding with the change that fixes it, if there is one. */
  public Diagnostic withProposal(Optional<Proposal> change) {
    return new Diagnostic(code, severity, message, hint, span, change);
  }

  /** The same finding as an error, for {@code --strict}. */
  public Diagnostic asError() {
    return new Diagnostic(code, Severity.ERROR, message, hint, span, proposal);
  }
}
