package dev.fairlead.schema;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;
import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Proposal;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.source.KubectlKey;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;

/**
 * Plain keys of a manifest that kubectl takes for other keys than they look, such as the label
 * {@code y}, which becomes the label {@code true}.
 */
final class OtherKeys {
  private OtherKeys() {}

  /** Adds a finding about each such key. {@code field} is the nearest key above the tree. */
  static void report(Tree tree, String field, Diagnostics diagnostics) {
    if (tree instanceof Sequence list) {
      for (Tree item : list.items()) {
        report(item, field, diagnostics);
      }
    } else if (tree instanceof Mapping mapping) {
      for (int i = 0; i < mapping.size(); i++) {
        String key = mapping.key(i);
        if (mayBeOther(key) && isOther(key, mapping.entries().get(i).keySpan())) {
          Span span = mapping.entries().get(i).keySpan();
          diagnostics.addUnlessReported(
              Diagnostic.of(
                      Code.WRONG_TYPE,
                      span,
                      message(
                          "{} has the key {}, which kubectl reads as the key {}; write {}",
                          plain(field),
                          plain(span.text()),
                          plain(key),
                          span.text()))
                  .withProposal(Proposal.quotes(span, span.text())));
        }
        report(mapping.value(i), key, diagnostics);
      }
    }
  }

  /** The finding about an unknown key, with the key as the user wrote it. */
  static Diagnostic about(Diagnostic unknown, String key) {
    return isOther(key, unknown.span())
        ? unknown.withMessage(
            message(
                "unknown key {}, which kubectl reads as {},{}",
                unknown.span().text(),
                key,
                plain(unknown.message().substring(("unknown key " + quote(key)).length()))))
        : unknown;
  }

  /** Whether a key may be a boolean or a number. */
  private static boolean mayBeOther(String key) {
    char first = key.isEmpty() ? 'a' : key.charAt(0);
    return (first >= '0' && first <= '9')
        || first == '-'
        || key.equals("true")
        || key.equals("false");
  }

  private static boolean isOther(String key, Span span) {
    String written = span.text();
    return !written.equals(key) && KubectlKey.of(written).equals(key);
  }
}
