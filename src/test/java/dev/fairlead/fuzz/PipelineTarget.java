package dev.fairlead.fuzz;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.model.Plan;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.pipeline.Transpiler;
import dev.fairlead.render.JsonList;
import dev.fairlead.render.Templates;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;

/** A spec on its way to manifests. */
public final class PipelineTarget {
  private static final Transpiler TRANSPILER = new Transpiler();
  private static final Templates TEMPLATES = Templates.load();

  private PipelineTarget() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    Oracles.isTheSameTwice(() -> messages(data));
    Optional<String> yaml = Oracles.isTheSameTwice(() -> rendered(data, false));
    if (yaml.isPresent()) {
      Oracles.passesVerify(yaml.get());
      Oracles.readsTheSame(yaml.get(), rendered(data, true).orElseThrow());
    }
  }

  private static List<String> messages(byte[] data) {
    Diagnostics diagnostics = new Diagnostics();
    TRANSPILER.transpile(List.of(new SpecInput("a.fairlead.yaml", data)), diagnostics);
    Oracles.placesAreInTheirFiles(diagnostics.sorted());
    return diagnostics.sorted().stream().map(f -> f.span() + f.message() + f.hint()).toList();
  }

  /** The manifests, if the spec has no errors. */
  static Optional<String> rendered(byte[] data, boolean json) {
    Diagnostics diagnostics = new Diagnostics();
    Plan plan = TRANSPILER.transpile(List.of(new SpecInput("a.fairlead.yaml", data)), diagnostics);
    if (diagnostics.hasErrors()) {
      return Optional.empty();
    }
    StringWriter out = new StringWriter();
    try {
      if (json) {
        new JsonList(TEMPLATES).print(plan.resources(), List.of(), out);
      } else {
        TEMPLATES.print(plan.resources(), List.of(), out);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return Optional.of(out.toString());
  }
}
