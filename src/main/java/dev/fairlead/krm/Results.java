package dev.fairlead.krm;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.krm.FieldPaths.Field;
import dev.fairlead.model.Tree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Findings in the form that a ResourceList has for them. */
final class Results {
  private final FieldPaths paths;
  private final Span span;

  /** {@code file} is the ResourceList. */
  Results(FieldPaths paths, SourceFile file) {
    this.paths = paths;
    this.span = file.start();
  }

  Tree.Sequence of(List<Diagnostic> findings) {
    return new Tree.Sequence(findings.stream().<Tree>map(this::result).toList(), span);
  }

  private Tree result(Diagnostic finding) {
    Optional<Field> field = paths.find(finding.span());
    Map<String, Tree> result = new HashMap<>();
    result.put("message", text(finding.message()));
    result.put("severity", text(finding.severity().word()));
    result.put("tags", tags(finding));
    field.ifPresent(found -> result.put("resourceRef", reference(found.object())));
    field
        .filter(found -> !found.path().isEmpty())
        .ifPresent(found -> result.put("field", field(found, finding)));
    field
        .flatMap(found -> Objects.file(found.object()))
        .or(() -> Optional.of(finding.span().file().name()).filter(n -> hasLines(finding)))
        .ifPresent(file -> result.put("file", mapping(Map.of("path", file))));
    return Tree.Mapping.of(result, span);
  }

  private Tree tags(Diagnostic finding) {
    Map<String, String> tags = new HashMap<>();
    tags.put("code", finding.code().slug());
    finding.hint().ifPresent(hint -> tags.put("hint", hint));
    if (hasLines(finding) && finding.span().line() > 0) {
      tags.put("line", String.valueOf(finding.span().line()));
      tags.put("column", String.valueOf(finding.span().column()));
    }
    return mapping(tags);
  }

  private static boolean hasLines(Diagnostic finding) {
    return finding.span().file().hasLines();
  }

  private Tree reference(JsonNode object) {
    Map<String, String> reference = new HashMap<>();
    reference.put("apiVersion", Objects.text(object, "/apiVersion"));
    reference.put("kind", Objects.text(object, "/kind"));
    reference.put("name", Objects.text(object, "/metadata/name"));
    reference.put("namespace", Objects.text(object, "/metadata/namespace"));
    reference.values().removeIf(String::isEmpty);
    return mapping(reference);
  }

  private Tree field(Field field, Diagnostic finding) {
    Map<String, String> result = new HashMap<>();
    result.put("path", field.path());
    if (field.value().isValueNode()) {
      result.put("currentValue", field.value().toString());
    }
    finding
        .proposal()
        .ifPresent(
            change -> {
              result.put("currentValue", value(change.span().text()));
              result.put("proposedValue", value(change.text()));
            });
    return mapping(result);
  }

  /** What some YAML stands for. */
  private static String value(String yaml) {
    return Manifests.parse(yaml).toString();
  }

  private Tree.Mapping mapping(Map<String, String> strings) {
    Map<String, Tree> entries = new HashMap<>();
    strings.forEach((key, value) -> entries.put(key, text(value)));
    return Tree.Mapping.of(entries, span);
  }

  private Tree text(String text) {
    return Tree.Scalar.string(text, span);
  }
}
