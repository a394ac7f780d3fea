package dev.fairlead.edit;

import dev.fairlead.render.KeyOrder;
import dev.fairlead.render.YamlScalar;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the parts of a tree in the text they were read from, and adds items there. */
public final class ManifestText {
  private static final Pattern COMMENT = Pattern.compile("(?m)#.*$");

  private ManifestText() {}

  /**
   * The offset after the last scalar of a part. The parser ends a block later, where the next part
   * starts.
   */
  public static int end(Tree part) {
    return part instanceof Scalar || isFlow(part)
        ? part.end()
        : endOfParts(part).orElse(part.start());
  }

  private static OptionalInt endOfParts(Tree tree) {
    return parts(tree).stream().mapToInt(ManifestText::end).max();
  }

  /** The values of a mapping or the items of a list. Empty for a scalar. */
  public static List<Tree> parts(Tree tree) {
    if (tree instanceof Mapping mapping) {
      return mapping.values();
    }
    return tree instanceof Sequence list ? list.items() : List.of();
  }

  /** The separator before a new part. Empty if the last part already has a comma after it. */
  private static String comma(Tree flow) {
    OptionalInt last = endOfParts(flow);
    if (last.isEmpty()) {
      return "";
    }
    String rest = flow.file().text().substring(last.getAsInt(), end(flow) - 1);
    return COMMENT.matcher(rest).replaceAll("").contains(",") ? "" : ", ";
  }

  /** The offset of the line after the last line of a block. */
  public static int endOfLines(Tree block) {
    String text = block.file().text();
    int end = end(block);
    if (end > 0 && text.charAt(end - 1) == '\n') {
      return end;
    }
    int lineEnd = text.indexOf('\n', end);
    return lineEnd < 0 ? text.length() : lineEnd + 1;
  }

  /** Whether a part is in flow style, that is in brackets, like all JSON. */
  public static boolean isFlow(Tree part) {
    String text = part.file().text();
    int start = part.start();
    return start < text.length() && (text.charAt(start) == '{' || text.charAt(start) == '[');
  }

  /**
   * Adds items at the end of the list under a key, which may be missing, null or empty.
   *
   * @param block the items as lines, each after its dash
   * @param flow the items in flow style, separated by commas
   */
  public static TextEdit append(Mapping to, String key, String block, String flow) {
    // A key without a value counts as present here.
    Optional<Tree> list = Optional.ofNullable(to.find(key));
    if (list.isEmpty() && isFlow(to)) {
      return insert(end(to) - 1, comma(to) + YamlScalar.quoted(key) + ": [" + flow + "]");
    }
    if (list.isEmpty()) {
      int indent = to.span().column() - 1;
      String head = " ".repeat(indent) + YamlScalar.of(key) + ":\n";
      return insertLines(to, head + indented(block, indent));
    }
    if (!(list.get() instanceof Sequence sequence)) {
      return new TextEdit(list.get().start(), end(list.get()), " [" + flow + "]");
    }
    if (isFlow(sequence)) {
      return insert(end(sequence) - 1, comma(sequence) + flow);
    }
    return insertLines(sequence, indented(block, sequence.span().column() - 1));
  }

  private static TextEdit insertLines(Tree block, String lines) {
    String text = block.file().text();
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

  /** Trees in flow style, separated by commas. The result is both YAML and JSON. */
  public static String flow(List<? extends Tree> trees) {
    return trees.stream().map(ManifestText::flow).collect(Collectors.joining(", "));
  }

  private static String flow(Tree tree) {
    return tree.match(
        new Tree.Cases<>() {
          @Override
          public String mapping(Mapping mapping) {
            return KeyOrder.sorted(mapping).stream()
                .map(entry -> YamlScalar.quoted(entry.key()) + ": " + flow(entry.value()))
                .collect(Collectors.joining(", ", "{", "}"));
          }

          @Override
          public String sequence(Sequence sequence) {
            return "[" + flow(sequence.items()) + "]";
          }

          @Override
          public String scalar(Scalar scalar) {
            return scalar.isString() ? YamlScalar.quoted(scalar.text()) : scalar.text();
          }
        });
  }
}
