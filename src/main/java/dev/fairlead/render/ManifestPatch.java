package dev.fairlead.render;

import dev.fairlead.document.TextEdit;
import dev.fairlead.model.Existing;
import dev.fairlead.model.Existing.Addition;
import dev.fairlead.model.Tree;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Adds mounts to a manifest by putting text into its text, so that comments, quotes and the order
 * of keys stay as they are.
 */
public final class ManifestPatch {
  private static final Pattern COMMENTS_ABOVE = Pattern.compile("(?m)(?:^#.*\\R)++\\z");
  private static final Pattern COMMENTS_BELOW =
      Pattern.compile("\\A(?:[ \t]*\\R)*+(?:[ \t]*#.*(?:\\R|\\z))++");

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
    return text(existing.manifest(), edits(existing));
  }

  /** A manifest as it stands in its file, but for the changes, as a text of its own. */
  public static String text(Tree.Mapping manifest, List<TextEdit> edits) {
    String file = manifest.span().file().text();
    int indent = manifest.span().column() - 1;
    boolean document = indent == 0 && !ManifestText.isFlow(manifest);
    int start = ManifestText.start(manifest);
    int end = document ? ManifestText.endOfLines(manifest) : ManifestText.end(manifest);
    end = Math.max(end, edits.stream().mapToInt(TextEdit::end).max().orElse(0));
    int from = document ? start - match(COMMENTS_ABOVE, file.substring(0, start)) : start;
    int to = document ? end + match(COMMENTS_BELOW, file.substring(end)) : end;
    List<TextEdit> moved =
        edits.stream().map(e -> new TextEdit(e.start() - from, e.end() - from, e.text())).toList();
    String text = TextEdit.apply(file.substring(from, to), moved);
    String own = indent == 0 ? text : text.replaceAll("(\\R) {1," + indent + "}", "$1");
    return own.endsWith("\n") ? own : own + "\n";
  }

  /** How many chars of the text match. */
  private static int match(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group().length() : 0;
  }

  private TextEdit edit(Addition addition) {
    StringWriter block = new StringWriter();
    templates.print(new Tree.Sequence(addition.items(), addition.to().span()), block);
    return ManifestText.append(
        addition.to(), addition.list(), block.toString(), ManifestText.flow(addition.items()));
  }
}
