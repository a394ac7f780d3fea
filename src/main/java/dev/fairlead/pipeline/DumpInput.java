package dev.fairlead.pipeline;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.live.Dump;
import dev.fairlead.live.DumpReader;
import dev.fairlead.live.LiveKind;
import dev.fairlead.manifest.ManifestLists;
import dev.fairlead.source.SpecReader;
import dev.fairlead.tree.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a dump: what {@code kubectl get -o yaml} or {@code -o json} printed, in any files. */
public final class DumpInput {
  private final Set<LiveKind> complete;
  private final Diagnostics diagnostics;
  private final PassedOver passed = new PassedOver();

  /**
   * Findings about files and documents go to {@code diagnostics}. {@code complete} are the kinds of
   * which the dump has all objects, even if it has none.
   */
  public DumpInput(Set<LiveKind> complete, Diagnostics diagnostics) {
    this.complete = complete;
    this.diagnostics = diagnostics;
  }

  /** The dump in all these files. */
  public Dump read(List<SpecInput> inputs) {
    FoundFiles found = new FoundFiles(inputs, diagnostics, passed);
    SpecReader source = SpecReader.asKubectl(diagnostics);
    List<Document> documents = new ArrayList<>();
    for (SpecInput input : inputs) {
      if (input.found()) {
        documents.addAll(found.read(input));
      } else {
        for (Document document : source.read(input.name(), input.bytes())) {
          documents.addAll(ManifestLists.flatten(document));
        }
      }
    }
    passed.read(documents.size());
    return new DumpReader(complete, diagnostics).read(documents);
  }

  /** What was passed over in folders. */
  public PassedOver passed() {
    return passed;
  }
}
