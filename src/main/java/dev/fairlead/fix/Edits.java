package dev.fairlead.fix;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Proposal;
import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.edit.TextEdit;
import dev.fairlead.pipeline.SpecInput;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Changes to one text, in order and without overlap. */
record Edits(List<Change> changes) {
  static final Edits NONE = new Edits(List.of());

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** The changes that the findings of one file propose. If two overlap, neither is included. */
  static Edits of(List<Diagnostic> findings) {
    List<Change> proposed =
        findings.stream()
            .flatMap(f -> f.proposal().map(p -> new Change(f.code(), p)).stream())
            .distinct()
            .toList();
    List<Change> apart = new ArrayList<>();
    for (int i = 0; i < proposed.size(); i++) {
      boolean clash =
          (i > 0 && overlap(proposed.get(i - 1), proposed.get(i)))
              || (i + 1 < proposed.size() && overlap(proposed.get(i), proposed.get(i + 1)));
      if (!clash) {
        apart.add(proposed.get(i));
      }
    }
    return new Edits(apart);
  }

  private static boolean overlap(Change first, Change second) {
    return first.proposal().span().contains(second.proposal().span());
  }

  boolean isEmpty() {
    return changes.isEmpty();
  }

  /** The input with the changes applied. All other bytes stay, including a byte order mark. */
  SpecInput applyTo(SpecInput input) {
    SourceFile file = changes.get(0).proposal().span().file();
    List<TextEdit> edits = changes.stream().map(change -> edit(change.proposal())).toList();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (startsWithMark(input.bytes())) {
      bytes.writeBytes(BYTE_ORDER_MARK);
    }
    bytes.writeBytes(TextEdit.apply(file.text(), edits).getBytes(StandardCharsets.UTF_8));
    return input.withBytes(bytes.toByteArray());
  }

  private static TextEdit edit(Proposal proposal) {
    return new TextEdit(proposal.span().start(), proposal.span().end(), proposal.text());
  }

  private static boolean startsWithMark(byte[] bytes) {
    return bytes.length >= BYTE_ORDER_MARK.length
        && Arrays.equals(bytes, 0, 3, BYTE_ORDER_MARK, 0, 3);
  }

  /** The edits without those that start at one of {@code places} in the edited text. */
  Edits without(Set<Span> places) {
    List<Change> clean = new ArrayList<>();
    int shift = 0;
    for (Change change : changes) {
      Span span = change.proposal().span();
      int start = span.start() + shift;
      if (!places.contains(new Span(span.file(), start, start))) {
        clean.add(change);
      }
      shift += change.proposal().text().length() - (span.end() - span.start());
    }
    return new Edits(clean);
  }
}
