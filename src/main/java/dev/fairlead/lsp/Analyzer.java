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
import java.util.TreeMap;
import java.util.TreeSet;

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
      List<Document> read = reader.read(spec.name(), spec.bytes());
      all.addAll(read);
      documents.put(spec.name(), read);
      files.put(spec.name(), file(spec, read));
    }
    for (String name : unreadable(diagnostics)) {
      documents.computeIfPresent(name, (key, read) -> readable.getOrDefault(key, read));
    }
    readable = documents;
    Plan plan = transpiler.transpileDocuments(all, ExistingWorkloads.unknown(), diagnostics);
    return new Analysis(files, documents, byFile(diagnostics), plan, Names.of(documents));
  }

  private static Map<String, List<Diagnostic>> byFile(Diagnostics diagnostics) {
    Map<String, List<Diagnostic>> byFile = new TreeMap<>();
    for (Diagnostic finding : diagnostics.sorted()) {
      byFile.computeIfAbsent(finding.span().file().name(), name -> new ArrayList<>()).add(finding);
    }
    return byFile;
  }

  private static SourceFile file(SpecInput spec, List<Document> read) {
    return read.isEmpty()
        ? new SourceFile(spec.name(), new String(spec.bytes(), StandardCharsets.UTF_8))
        : read.get(0).file();
  }

  private static Set<String> unreadable(Diagnostics diagnostics) {
    Set<String> names = new TreeSet<>();
    for (Diagnostic finding : diagnostics.sorted()) {
      if (UNREADABLE.contains(finding.code())) {
        names.add(finding.span().file().name());
      }
    }
    return names;
  }
}
