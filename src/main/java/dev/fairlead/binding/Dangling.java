package dev.fairlead.binding;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.tree.Located;
import java.util.Collection;

/** Reports names that refer to nothing. */
public final class Dangling {
  private Dangling() {}

  /** Reports that there is no {@code what} with this name, and suggests a known name. */
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
