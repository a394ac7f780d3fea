package dev.fairlead.source;

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
