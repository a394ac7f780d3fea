package dev.fairlead.lsp;

import java.util.Locale;

/**
 * What a word in a spec names.
 *
 * @param scope where the name is unique: the document of a volume or workload, the namespace of a
 *     claim
 */
record Name(Kind kind, String scope, String text) {
  /** What can have a name. */
  enum Kind {
    VOLUME,
    CLAIM,
    WORKLOAD;

    /** The word for it in messages. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
