package dev.fairlead.fuzz;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.fix.Fixer;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.pipeline.Transpiler;
import java.util.List;

/** The fixes of a spec. */
public final class FixTarget {
  private static final Transpiler TRANSPILER = new Transpiler();

  private FixTarget() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    Oracles.isIdempotent(FixTarget::fixed, data);
    breaksNothing(data, fixed(data));
  }

  /** What had no errors has none after a fix. */
  static void breaksNothing(byte[] before, byte[] after) {
    Oracles.hold(hasErrors(before) || !hasErrors(after), "a fix makes an error");
  }

  private static boolean hasErrors(byte[] text) {
    Diagnostics diagnostics = new Diagnostics();
    TRANSPILER.transpile(List.of(new SpecInput("a.fairlead.yaml", text)), diagnostics);
    return diagnostics.hasErrors();
  }

  private static byte[] fixed(byte[] text) {
    return new Fixer(TRANSPILER).fix(new SpecInput("a.fairlead.yaml", text)).input().bytes();
  }
}
