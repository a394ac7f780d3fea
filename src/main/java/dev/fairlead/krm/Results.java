package dev.fairlead.krm;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Related;
import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.krm.FieldPaths.Field;
import dev.fairlead.source.NumberFields;
import dev.fairlead.source.SpecReader;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Findings in the form of the results of a ResourceList. */
final class Results {
  private final FieldPaths paths;
  private final Span span;

  /** {@code file} is the ResourceList. */
  Results(FieldPaths paths, SourceFile file) {
    this.paths = paths;
    this.span = file.start();
  }

  Sequence of(List<Diagnostic> findings) {
    return Sequence.of(findings.stream().map(this::result).toList(), span);
  }

  private Mapping result(Diagnostic finding) {
    Optional<Field> field = paths.find(finding.span());
    MappingBuilder result =
        new MappingBuilder()
            .put("message", message(finding), span)
            .put("severity", finding.severity().word(), span)
            .put("tags", tags(finding));
    field.ifPresent(found -> result.put("resourceRef", reference(found.object())));
    field
        .filter(found -> !found.path().isEmpty())
        .ifPresent(found -> result.put("field", field(found, finding)));
    field
        .flatMap(found -> found.object().file())
        .or(() -> Optional.of(finding.span().file().name()).filter(n -> hasLines(finding)))
        .ifPresent(file -> result.put("file", Mapping.of("path", text(file), span)));
    return result.build(span);
  }

  /** The message with all places, because a result has only one. */
  private static String message(Diagnostic finding) {
    StringBuilder message = new StringBuilder(finding.message());
    for (Related related : finding.related()) {
      message.append("; ").append(related.span()).append(": ").append(related.label());
    }
    return message.toString();
  }

  private Mapping tags(Diagnostic finding) {
    MappingBuilder tags = new MappingBuilder().put("code", finding.code().slug(), span);
    finding.hint().ifPresent(hint -> tags.put("hint", hint, span));
    if (hasLines(finding) && !finding.span().isWholeFile()) {
      tags.put("line", String.valueOf(finding.span().line()), span);
      tags.put("column", String.valueOf(finding.span().column()), span);
    }
    return tags.build(span);
  }

  private static boolean hasLines(Diagnostic finding) {
    return finding.span().file().hasLines();
  }

  private Mapping reference(ClientObject object) {
    MappingBuilder reference = new MappingBuilder();
    putUnlessEmpty(reference, "apiVersion", object.text("apiVersion"));
    putUnlessEmpty(reference, "kind", object.text("kind"));
    putUnlessEmpty(reference, "name", object.name());
    putUnlessEmpty(reference, "namespace", object.metadata("namespace"));
    return reference.build(span);
  }

  private void putUnlessEmpty(MappingBuilder mapping, String key, String value) {
    if (!value.isEmpty()) {
      mapping.put(key, value, span);
    }
  }

  private Mapping field(Field field, Diagnostic finding) {
    MappingBuilder result = new MappingBuilder().put("path", field.path(), span);
    if (field.value() instanceof Scalar scalar) {
      result.put("currentValue", value(scalar), span);
    }
    finding
        .proposal()
        .ifPresent(
            change -> {
              result.put("currentValue", value(change.span().text()), span);
              result.put("proposedValue", value(change.text()), span);
            });
    return result.build(span);
  }

  /** The value of a part of a text, which has one on its own only if it is a scalar. */
  private static String value(String yaml) {
    List<Document> alone =
        new SpecReader(NumberFields.NONE, new Diagnostics())
            .read("", yaml.getBytes(StandardCharsets.UTF_8));
    return alone.size() == 1 && alone.get(0).root() instanceof Scalar scalar ? value(scalar) : yaml;
  }

  /** The value of a scalar. A number keeps the user's digits. */
  private static String value(Scalar scalar) {
    return scalar.isNumber() ? scalar.written() : scalar.text();
  }

  private Tree text(String text) {
    return Scalar.string(text, span);
  }
}
