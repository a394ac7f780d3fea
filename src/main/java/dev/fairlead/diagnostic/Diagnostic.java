package dev.fairlead.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One finding. The message is one line in lower case without a full stop. The hint says what to do,
 * and the proposal is a change that does it.
 *
 * @param label a few words about what stands at the span, if the message is not enough
 * @param related the other places that the finding is about
 */
public record Diagnostic(
    Code code,
    Severity severity,
    String message,
    Optional<String> hint,
    Span span,
    Optional<String> label,
    List<Related> related,
    Optional<Proposal> proposal) {

  /** A finding of the code's own severity. */
  public static Diagnostic of(Code code, Span span, String message) {
    return new Diagnostic(
        code,
        code.severity(),
        message,
        Optional.empty(),
        span,
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /** The same finding in other words. */
  public Diagnostic withMessage(String words) {
    return new Diagnostic(code, severity, words, hint, span, label, related, proposal);
  }

  /** The same finding with a hint. */
  public Diagnostic withHint(String text) {
    return withHint(Optional.of(text));
  }

  /** The same finding without a hint, because something else says what to do. */
  public Diagnostic withoutHint() {
    return withHint(Optional.empty());
  }

  private Diagnostic withHint(Optional<String> text) {
    return new Diagnostic(code, severity, message, text, span, label, related, proposal);
  }

  /** The same finding with a few words about its span. */
  public Diagnostic withLabel(String words) {
    return new Diagnostic(
        code, severity, message, hint, span, Optional.of(words), related, proposal);
  }

  /** The same finding with another place, unless that is the place of the finding itself. */
  public Diagnostic withRelated(Span place, String words) {
    if (place.equals(span)) {
      return this;
    }
    List<Related> places = new ArrayList<>(related);
    places.add(new Related(place, words));
    return new Diagnostic(
        code, severity, message, hint, span, label, List.copyOf(places), proposal);
  }

  /** The same finding with the change that fixes it, if there is one. */
  public Diagnostic withProposal(Optional<Proposal> change) {
    return new Diagnostic(code, severity, message, hint, span, label, related, change);
  }

  /** The same finding as an error, for {@code --strict}. */
  public Diagnostic asError() {
    return new Diagnostic(code, Severity.ERROR, message, hint, span, label, related, proposal);
  }
}
