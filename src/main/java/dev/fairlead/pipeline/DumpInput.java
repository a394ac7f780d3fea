package dev.fairlead.pipeline;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.live.Dump;
import dev.fairlead.live.DumpReader;
import dev.fairlead.live.Live;
import dev.fairlead.live.LiveKind;
import dev.fairlead.tree.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a dump: what {@code kubectl get -o yaml} or {@code -o json} printed, in any files. */
public final class DumpInput {
  private final Set<LiveKind> complete;
  private final Diagnostics diagnostics;
  private final PassedOver passed = new PassedOver();
  private final List<Live> repeated = new ArrayList<>();

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
    List<Document> documents = found.readAll(inputs);
    passed.read(documents.size());
    DumpReader reader = new DumpReader(complete, diagnostics);
    Dump dump = reader.read(documents);
    repeated.addAll(reader.repeated());
    return dump;
  }

  /** Objects of which the dump has a later state, or the same one twice. */
  public List<Live> repeated() {
    return repeated;
  }

  /** What was passed over in folders. */
  public PassedOver passed() {
    return passed;
  }
}
