package dev.fairlead.binding;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.tree.Located;
import java.util.Collection;
import java.util.TreeSet;

/** Reports names that refer to nothing. */
public final class Dangling {
  private static final int MOST_SHOWN = 8;

  private Dangling() {}

  /** Reports that there is no {@code what} with this name, and suggests a known name. */
  public static void report(
      String what, Located<String> name, Collection<String> known, Diagnostics diagnostics) {
    diagnostics.addUnlessReported(
        Diagnostic.of(
            Code.DANGLING_REFERENCE,
            name.span(),
            message(
                "no {} of this spec is named {}{}",
                plain(what),
                name.value(),
                plain(diagnostics.hasMany() ? "" : end(name.value(), known)))));
  }

  /** The name that was meant, or all names if they are few. */
  private static String end(String name, Collection<String> known) {
    String question = Nearest.question(name, known);
    if (!question.isEmpty() || known.isEmpty() || known.size() > MOST_SHOWN) {
      return question;
    }
    return message("; there are {}", new TreeSet<>(known));
  }
}
