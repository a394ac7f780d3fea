package dev.fairlead.source;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Span;

/** An error in a document after which nothing can be read. */
final class ParseFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Diagnostic finding;

  private ParseFailure(Diagnostic finding) {
    super(finding.message(), null, false, false);
    this.finding = finding;
  }

  static ParseFailure tooDeep(Span span) {
    return new ParseFailure(
        Diagnostic.of(Code.YAML_SYNTAX, span, "nested more than 64 levels deep"));
  }

  static ParseFailure tooLong(Span span, int length, int most) {
    return new ParseFailure(
        Diagnostic.of(
            Code.YAML_SYNTAX,
            span,
            message(
                "a value of {} characters; at most {} are accepted, because the API server stores"
                    + " no larger object",
                length,
                most)));
  }

  static ParseFailure tooManyRepeats(Span span, String name, Anchors anchors) {
    return new ParseFailure(
        Diagnostic.of(
            Code.BAD_ALIAS,
            span,
            message(
                "the aliases up to *{} repeat {} values; at most {} are accepted in a file of this"
                    + " length, where 16 characters of text count as a value",
                plain(name),
                anchors.repeated(),
                anchors.limit())));
  }

  static ParseFailure noKey(Span span) {
    return new ParseFailure(
        Diagnostic.of(
                Code.YAML_SYNTAX,
                span,
                "a key must be a plain or quoted string, not a mapping, a list or an alias")
            .withHint("text with braces, such as \"{{ name }}\", must be quoted"));
  }

  Diagnostic finding() {
    return finding;
  }
}
