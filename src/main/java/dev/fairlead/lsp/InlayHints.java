package dev.fairlead.lsp;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Volume;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** The names of claims that fairlead makes, behind the names of their volumes. */
final class InlayHints {
  private InlayHints() {}

  /** The hints of a file. */
  static List<InlayHint> of(Analysis analysis, String file) {
    Map<Span, List<String>> claims = new LinkedHashMap<>();
    for (Volume volume : analysis.plan().volumes()) {
      Span name = volume.metadata().name().span();
      if (name.file().name().equals(file) && volume.reservation().isPresent()) {
        claims
            .computeIfAbsent(name, span -> new ArrayList<>())
            .add(volume.reservation().get().ref().toString());
      }
    }
    List<InlayHint> hints = new ArrayList<>();
    claims.forEach(
        (name, refs) -> {
          String last = refs.size() == 1 ? "" : " to " + refs.get(refs.size() - 1);
          InlayHint hint =
              new InlayHint(
                  Places.position(name.file(), name.end()),
                  Either.forLeft("claim " + refs.get(0) + last));
          hint.setPaddingLeft(true);
          hints.add(hint);
        });
    return hints;
  }
}
