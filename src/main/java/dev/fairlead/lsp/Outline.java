package dev.fairlead.lsp;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;

/** The outline of a file: specs with their volumes, claims and workloads. */
final class Outline {
  private Outline() {}

  /** The outline of the documents of a file. */
  static List<DocumentSymbol> of(List<Document> documents) {
    List<DocumentSymbol> specs = new ArrayList<>();
    for (Document document : documents) {
      if (document.root() instanceof Mapping root) {
        Span start = root.entries().isEmpty() ? root.span() : root.entries().get(0).keySpan();
        Located<String> name =
            root.mapping("metadata").string("name").orElse(new Located<>("spec", start));
        DocumentSymbol spec = symbol(name, "", root, SymbolKind.Module);
        List<DocumentSymbol> parts = new ArrayList<>();
        add(root, "volumes", "volume", SymbolKind.Object, parts);
        add(root, "claims", "claim", SymbolKind.Interface, parts);
        add(root, "workloads", "Pod", SymbolKind.Class, parts);
        spec.setChildren(parts);
        specs.add(spec);
      }
    }
    return specs;
  }

  private static void add(
      Mapping root, String list, String kind, SymbolKind icon, List<DocumentSymbol> parts) {
    for (Mapping item : root.mappings(list)) {
      item.string("name")
          .filter(name -> !name.value().isEmpty())
          .ifPresent(name -> parts.add(symbol(name, item.stringOr("kind", kind), item, icon)));
    }
  }

  private static DocumentSymbol symbol(
      Located<String> name, String detail, Mapping mapping, SymbolKind icon) {
    Range selection = Places.range(name.span());
    Span whole =
        new Span(
            mapping.file(),
            Math.min(mapping.start(), name.span().start()),
            Math.max(mapping.end(), name.span().end()));
    return new DocumentSymbol(name.value(), icon, Places.range(whole), selection, detail);
  }
}
