package dev.fairlead.krm;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.schema.KubernetesNumbers;
import dev.fairlead.source.SpecReader;
import dev.fairlead.tree.Document;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads the input of a client. Specs are read strictly, other objects leniently, as their own tools
 * read them.
 */
final class ClientInput {
  private ClientInput() {}

  /**
   * The documents of the input. Leaves out findings about objects that are not specs, unless they
   * end the text, and findings about specs whose original text is read later.
   */
  static List<Document> read(
      byte[] bytes, FieldPaths paths, WrittenSpecs written, Diagnostics diagnostics) {
    Diagnostics reading = new Diagnostics();
    List<Document> documents =
        new SpecReader(new KubernetesNumbers(), reading).read("<stdin>", bytes, paths);
    List<Diagnostic> findings = reading.sorted();
    if (findings.isEmpty()) {
      return documents;
    }
    ObjectsByPlace specs = new ObjectsByPlace();
    documents.stream()
        .flatMap(ClientInput::specs)
        .filter(spec -> written.of(spec).isOpen())
        .forEach(specs::add);
    for (Diagnostic finding : findings) {
      boolean ours = specs.at(finding.span()).isPresent();
      if (ours || documents.isEmpty() || finding.code() == Code.YAML_SYNTAX) {
        diagnostics.add(finding);
      }
    }
    return documents;
  }

  private static Stream<ClientObject> specs(Document document) {
    return ResourceList.of(document.root())
        .map(ResourceList::specs)
        .orElseGet(() -> Stream.of(new ClientObject(document.root())))
        .filter(ClientObject::isSpec);
  }
}
