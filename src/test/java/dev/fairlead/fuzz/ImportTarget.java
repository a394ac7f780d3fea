package dev.fairlead.fuzz;

import dev.fairlead.adopt.ImportOptions;
import dev.fairlead.adopt.Importer;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.live.Dump;
import dev.fairlead.live.LiveKind;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Manifests as specs. */
public final class ImportTarget {
  private static final ImportOptions WHOLE =
      new ImportOptions(Optional.of("shop"), true, false, false, ImportOptions.Workloads.WHOLE);

  private ImportTarget() {}

  /** An import: the specs, and what was found. */
  private record Imported(String specs, List<String> findings, boolean errors) {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    for (ImportOptions options : List.of(ImportOptions.NONE, WHOLE)) {
      Imported imported = Oracles.isTheSameTwice(() -> imported(data, options));
      if (!imported.errors() && !imported.specs().isEmpty()) {
        String manifests = rendered(imported.specs());
        if (imported.findings().isEmpty()) {
          byte[] again = manifests.getBytes(StandardCharsets.UTF_8);
          staysTheSame(manifests, rendered(imported(again, options).specs()));
        }
      }
    }
  }

  private static Imported imported(byte[] data, ImportOptions options) {
    Diagnostics diagnostics = new Diagnostics();
    Dump dump = DoctorTarget.dump(data, EnumSet.noneOf(LiveKind.class), diagnostics);
    StringBuilder specs = new StringBuilder();
    // The command line imports nothing from a dump that could not be read.
    if (!diagnostics.hasErrors()) {
      for (Importer.Written spec : new Importer(options, diagnostics).write(dump)) {
        specs.append("---\n").append(spec.text());
      }
    }
    Oracles.placesAreInTheirFiles(diagnostics.sorted());
    return new Imported(
        specs.toString(),
        diagnostics.sorted().stream().map(f -> f.span() + f.message() + f.hint()).toList(),
        diagnostics.hasErrors());
  }

  /** What import writes is rendered without errors. */
  static String rendered(String specs) {
    Optional<String> manifests =
        PipelineTarget.rendered(specs.getBytes(StandardCharsets.UTF_8), false);
    Oracles.hold(manifests.isPresent(), "import writes a spec with errors:\n" + specs);
    return manifests.get();
  }

  /** The spec of what a spec renders to renders to the same. The order of mounts may differ. */
  static void staysTheSame(String once, String twice) {
    Oracles.hold(
        once.equals(twice), "a second import renders to\n" + twice + "instead of\n" + once);
  }
}
