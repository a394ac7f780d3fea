package dev.fairlead.binding;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.tree.Located;
import java.util.Collection;

/** Names that nothing answers to. */
public final class Dangling {
  private Dangling() {}

  /** Reports a name of {@code what}; one of the known names may have been meant. */
  public static void report(
      String what, Located<String> name, Collection<String> known, Diagnostics diagnostics) {
    diagnostics.add(
        Code.DANGLING_REFERENCE,
        name.span(),
        message(
            "no {} of this spec is named {}{}",
            plain(what),
            name.value(),
            plain(Nearest.question(name.value(), known))));
  }
}
