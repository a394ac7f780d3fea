package dev.fairlead.krm;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.document.Document;
import dev.fairlead.source.SpecReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads what a client wrote: strictly where it is a spec, else as whoever made it wishes. */
final class ClientInput {
  private ClientInput() {}

  /**
   * Escapes of YAML that kustomize writes for two line separators, and that the parser has
   * forgotten.
   */
  private static final Map<String, String> ESCAPES = Map.of("\\L", "\\u2028", "\\P", "\\u2029");

  private static final int MOST_ESCAPES = 1000;

  /** The documents; findings about the objects of others are left out unless they end the text. */
  static List<Document> read(byte[] bytes, FieldPaths paths, Diagnostics diagnostics) {
    Diagnostics reading = new Diagnostics();
    List<Document> documents = new SpecReader(reading).read("<stdin>", bytes, paths);
    for (int i = 0; i < MOST_ESCAPES; i++) {
      Optional<byte[]> mended = reading.sorted().stream().flatMap(ClientInput::mended).findFirst();
      if (mended.isEmpty()) {
        break;
      }
      reading = new Diagnostics();
      documents = new SpecReader(reading).read("<stdin>", mended.get(), paths);
    }
    List<JsonNode> specs = documents.stream().flatMap(ClientInput::specs).toList();
    for (Diagnostic finding : reading.sorted()) {
      boolean ours = specs.stream().anyMatch(spec -> FieldPaths.isAt(spec, finding.span()));
      if (ours || documents.isEmpty() || finding.code() == Code.YAML_SYNTAX) {
        diagnostics.add(finding);
      }
    }
    return documents;
  }

  /** The text with an escape that the finding is about written in another way. */
  private static Stream<byte[]> mended(Diagnostic finding) {
    Span span = finding.span();
    if (finding.code() != Code.YAML_SYNTAX || span.line() == 0) {
      return Stream.empty();
    }
    String text = span.file().text();
    // The parser points at the letter behind the backslash.
    int at = Math.max(0, span.file().offset(span.line(), span.column()) - 1);
    return ESCAPES.entrySet().stream()
        .filter(escape -> text.startsWith(escape.getKey(), at))
        .map(escape -> text.substring(0, at) + escape.getValue() + text.substring(at + 2))
        .map(mended -> mended.getBytes(StandardCharsets.UTF_8));
  }

  private static Stream<JsonNode> specs(Document document) {
    JsonNode root = document.root();
    if (ResourceList.is(root)) {
      return new ResourceList(root).specs().stream();
    }
    return Stream.of(root).filter(Objects::isSpec);
  }
}
