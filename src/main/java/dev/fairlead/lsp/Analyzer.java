package dev.fairlead.lsp;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.model.Plan;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.pipeline.Transpiler;
import dev.fairlead.schema.KubernetesNumbers;
import dev.fairlead.source.SpecReader;
import dev.fairlead.tree.Document;
import dev.fairlead.wiring.ExistingWorkloads;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges all specs of a workspace together, as {@code check} does. */
final class Analyzer {
  /** Findings after which the documents of a file are not all there. */
  private static final Set<Code> UNREADABLE =
      Set.of(Code.YAML_SYNTAX, Code.CONTROL_CHARACTER, Code.INVALID_UTF8, Code.BAD_ALIAS);

  private final Transpiler transpiler = new Transpiler();

  /** The documents of each file when it could be read last. */
  private Map<String, List<Document>> readable = Map.of();

  /** Judges the specs as they are now. */
  Analysis analyze(List<SpecInput> specs) {
    Diagnostics diagnostics = new Diagnostics();
    SpecReader reader = new SpecReader(new KubernetesNumbers(), diagnostics);
    List<Document> all = new ArrayList<>();
    Map<String, SourceFile> files = new LinkedHashMap<>();
    Map<String, List<Document>> documents = new LinkedHashMap<>();
    for (SpecInput spec : specs) {
      String name = spec.name();
      List<Document> read = reader.read(name, spec.bytes());
      all.addAll(read);
      documents.put(name, isReadable(name, diagnostics) ? read : readable.getOrDefault(name, read));
      files.put(
          name,
          read.isEmpty()
              ? new SourceFile(name, new String(spec.bytes(), StandardCharsets.UTF_8))
              : read.get(0).file());
    }
    readable = documents;
    Plan plan = transpiler.transpileDocuments(all, ExistingWorkloads.unknown(), diagnostics);
    return new Analysis(files, documents, diagnostics.sorted(), plan, Names.of(documents));
  }

  private static boolean isReadable(String name, Diagnostics diagnostics) {
    for (Diagnostic finding : diagnostics.sorted()) {
      if (UNREADABLE.contains(finding.code()) && finding.span().file().name().equals(name)) {
        return false;
      }
    }
    return true;
  }
}
