package dev.fairlead.lsp;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.model.Plan;
import dev.fairlead.tree.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one look at all specs has found.
 *
 * @param documents the documents of each file by its name; those of its last readable text if the
 *     text of now can't be read
 */
record Analysis(
    Map<String, SourceFile> files,
    Map<String, List<Document>> documents,
    Map<String, List<Diagnostic>> findingsByFile,
    Plan plan,
    Names names) {

  /** The findings in a file, in the order of the text. */
  List<Diagnostic> findings(String file) {
    return findingsByFile.getOrDefault(file, List.of());
  }

  /** The document of a file that contains the offset. */
  Optional<Document> document(String file, int offset) {
    Optional<Document> found = Optional.empty();
    for (Document document : documents.getOrDefault(file, List.of())) {
      if (found.isEmpty() || document.root().start() <= offset) {
        found = Optional.of(document);
      }
    }
    return found;
  }
}
