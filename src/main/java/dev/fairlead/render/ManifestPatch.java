package dev.fairlead.render;

import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.document.TextEdit;
import dev.fairlead.model.Existing;
import dev.fairlead.model.Existing.Addition;
import dev.fairlead.model.Tree;
import java.io.StringWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Adds items to the lists of a manifest by putting text into its text, so that comments, quotes and
 * the order of keys stay as they are.
 */
public final class ManifestPatch {
  private final Templates templates;

  /** The templates decide how items are printed. */
  public ManifestPatch(Templates templates) {
    this.templates = templates;
  }

  /** The changes of the file that the manifest was read from. */
  public List<TextEdit> edits(Existing existing) {
    return existing.additions().stream().map(this::edit).toList();
  }

  /** The manifest with its changes as a text of its own, which begins in column 1. */
  public String text(Existing existing) {
    SourceFile file = existing.manifest().span().file();
    int indent = existing.manifest().span().column() - 1;
    int start = start(existing.manifest());
    int end = end(existing.manifest());
    List<TextEdit> edits =
        edits(existing).stream()
            .map(e -> new TextEdit(e.start() - start, e.end() - start, e.text()))
            .toList();
    int length = Math.max(end, edits(existing).stream().mapToInt(TextEdit::end).max().orElse(0));
    String text = TextEdit.apply(file.text().substring(start, length), edits);
    String moved = indent == 0 ? text : text.replaceAll("(\\R) {1," + indent + "}", "$1");
    return moved.endsWith("\n") ? moved : moved + "\n";
  }

  private TextEdit edit(Addition addition) {
    Tree.Mapping to = addition.to();
    Optional<Tree> list = to.get(addition.list());
    if (isFlow(to) && list.isEmpty()) {
      String comma = to.entries().isEmpty() ? "" : ", ";
      String entry = YamlScalar.quoted(addition.list()) + ": [" + flow(addition.items()) + "]";
      return insert(end(to) - 1, comma + entry);
    }
    if (list.isEmpty()) {
      String indent = " ".repeat(to.span().column() - 1);
      return insertLines(to, indent + YamlScalar.of(addition.list()) + ":\n", indent, addition);
    }
    if (!(list.get() instanceof Tree.Sequence sequence)) {
      int start = start(list.get());
      return new TextEdit(start, end(list.get()), " [" + flow(addition.items()) + "]");
    }
    if (isFlow(sequence)) {
      String comma = sequence.items().isEmpty() ? "" : ", ";
      return insert(end(sequence) - 1, comma + flow(addition.items()));
    }
    String indent = " ".repeat(sequence.span().column() - 1);
    return insertLines(sequence, "", indent, addition);
  }

  private static TextEdit insert(int offset, String text) {
    return new TextEdit(offset, offset, text);
  }

  /** Whole lines behind the last line of a block. */
  private TextEdit insertLines(Tree block, String head, String indent, Addition addition) {
    StringWriter items = new StringWriter();
    templates.print(new Tree.Sequence(addition.items(), block.span()), items);
    String lines = head + items.toString().replaceAll("(?m)^(?=.)", indent);
    String text = block.span().file().text();
    int end = end(block);
    boolean atLineStart = end > 0 && text.charAt(end - 1) == '\n';
    int offset = atLineStart ? end : nextLine(text, end);
    boolean open = offset == text.length() && offset > 0 && text.charAt(offset - 1) != '\n';
    return insert(offset, (open ? "\n" : "") + lines);
  }

  private static int nextLine(String text, int from) {
    int lineEnd = text.indexOf('\n', from);
    return lineEnd < 0 ? text.length() : lineEnd + 1;
  }

  private static boolean isFlow(Tree tree) {
    String text = tree.span().file().text();
    int start = start(tree);
    return start < text.length() && (text.charAt(start) == '{' || text.charAt(start) == '[');
  }

  private static int start(Tree tree) {
    Span span = tree.span();
    return span.file().offset(span.line(), span.column());
  }

  /** Where the last piece of it ends: the parser lets a block end where the next thing begins. */
  private static int end(Tree tree) {
    Stream<? extends Tree> parts =
        tree instanceof Tree.Mapping mapping
            ? mapping.entries().values().stream()
            : tree instanceof Tree.Sequence list ? list.items().stream() : Stream.empty();
    if (tree instanceof Tree.Scalar || isFlow(tree)) {
      return tree.span().file().offset(tree.span().endLine(), tree.span().endColumn());
    }
    return parts.map(ManifestPatch::end).max(Comparator.naturalOrder()).orElse(start(tree));
  }

  private static String flow(List<? extends Tree> items) {
    return items.stream().map(ManifestPatch::flow).collect(Collectors.joining(", "));
  }

  private static String flow(Tree tree) {
    if (tree instanceof Tree.Mapping mapping) {
      return mapping.entries().entrySet().stream()
          .map(entry -> YamlScalar.quoted(entry.getKey()) + ": " + flow(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (tree instanceof Tree.Sequence list) {
      return "[" + flow(list.items()) + "]";
    }
    Tree.Scalar scalar = (Tree.Scalar) tree;
    return scalar.kind() == Tree.Scalar.Kind.STRING
        ? YamlScalar.quoted(scalar.text())
        : scalar.text();
  }
}
