package dev.fairlead.render;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.document.TextEdit;
import dev.fairlead.model.Tree;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where parts of a tree stand in the text they were read from, and how items are added there. */
public final class ManifestText {
  private static final Pattern COMMENT = Pattern.compile("(?m)#.*$");

  private ManifestText() {}

  /** The index of the first char of a part. */
  public static int start(Tree part) {
    Span span = part.span();
    return span.file().offset(span.line(), span.column());
  }

  /**
   * The index behind the last scalar of a part; the parser lets a block end where the next thing
   * begins.
   */
  public static int end(Tree part) {
    if (part instanceof Tree.Scalar || isFlow(part)) {
      return part.span().file().offset(part.span().endLine(), part.span().endColumn());
    }
    return endOfParts(part).orElse(start(part));
  }

  private static Optional<Integer> endOfParts(Tree part) {
    Stream<? extends Tree> parts =
        part instanceof Tree.Mapping mapping
            ? mapping.entries().values().stream()
            : ((Tree.Sequence) part).items().stream();
    return parts.map(ManifestText::end).max(Comparator.naturalOrder());
  }

  /** What separates a new part from those that are there, after which a comma may stand already. */
  private static String comma(Tree flow) {
    Optional<Integer> last = endOfParts(flow);
    if (last.isEmpty()) {
      return "";
    }
    String rest = flow.span().file().text().substring(last.get(), end(flow) - 1);
    return COMMENT.matcher(rest).replaceAll("").contains(",") ? "" : ", ";
  }

  /** The index of the line behind the last one that a block stands in. */
  public static int endOfLines(Tree block) {
    String text = block.span().file().text();
    int end = end(block);
    if (end > 0 && text.charAt(end - 1) == '\n') {
      return end;
    }
    int lineEnd = text.indexOf('\n', end);
    return lineEnd < 0 ? text.length() : lineEnd + 1;
  }

  /** Whether a part is written in brackets, as all of JSON is. */
  public static boolean isFlow(Tree part) {
    String text = part.span().file().text();
    int start = start(part);
    return start < text.length() && (text.charAt(start) == '{' || text.charAt(start) == '[');
  }

  /**
   * Adds items at the end of the list under a key, which may be missing, null or empty.
   *
   * @param block the items as lines, each behind its dash
   * @param flow the same in brackets' form, with commas between them
   */
  public static TextEdit append(Tree.Mapping to, String key, String block, String flow) {
    // A key without a value is there too.
    Optional<Tree> list = Optional.ofNullable(to.entries().get(key));
    if (list.isEmpty() && isFlow(to)) {
      return insert(end(to) - 1, comma(to) + YamlScalar.quoted(key) + ": [" + flow + "]");
    }
    if (list.isEmpty()) {
      int indent = to.span().column() - 1;
      String head = " ".repeat(indent) + YamlScalar.of(key) + ":\n";
      return insertLines(to, head + indented(block, indent));
    }
    if (!(list.get() instanceof Tree.Sequence sequence)) {
      return new TextEdit(start(list.get()), end(list.get()), " [" + flow + "]");
    }
    if (isFlow(sequence)) {
      return insert(end(sequence) - 1, comma(sequence) + flow);
    }
    return insertLines(sequence, indented(block, sequence.span().column() - 1));
  }

  private static TextEdit insertLines(Tree block, String lines) {
    String text = block.span().file().text();
    int offset = endOfLines(block);
    boolean open = offset > 0 && text.charAt(offset - 1) != '\n';
    String whole = (open ? "\n" : "") + lines;
    return insert(offset, text.contains("\r\n") ? whole.replace("\n", "\r\n") : whole);
  }

  private static TextEdit insert(int offset, String text) {
    return new TextEdit(offset, offset, text);
  }

  private static String indented(String lines, int by) {
    return by == 0 ? lines : lines.replaceAll("(?m)^(?=.)", " ".repeat(by));
  }

  /** Trees in brackets' form, with commas between them: YAML that is JSON too. */
  public static String flow(List<? extends Tree> trees) {
    return trees.stream().map(ManifestText::flow).collect(Collectors.joining(", "));
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
