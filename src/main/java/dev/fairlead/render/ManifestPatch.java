package dev.fairlead.render;

import dev.fairlead.document.TextEdit;
import dev.fairlead.model.Existing;
import dev.fairlead.model.Existing.Addition;
import dev.fairlead.model.Tree;
import java.io.StringWriter;
import java.util.List;

/**
 * Adds mounts to a manifest by putting text into its text, so that comments, quotes and the order
 * of keys stay as they are.
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
    return text(existing.manifest(), edits(existing));
  }

  /** A manifest as it stands in its file, but for the changes, as a text of its own. */
  public static String text(Tree.Mapping manifest, List<TextEdit> edits) {
    int start = ManifestText.start(manifest);
    int end =
        Math.max(
            ManifestText.end(manifest), edits.stream().mapToInt(TextEdit::end).max().orElse(0));
    List<TextEdit> moved =
        edits.stream()
            .map(e -> new TextEdit(e.start() - start, e.end() - start, e.text()))
            .toList();
    String whole = manifest.span().file().text().substring(start, end);
    String text = TextEdit.apply(whole, moved);
    int indent = manifest.span().column() - 1;
    String own = indent == 0 ? text : text.replaceAll("(\\R) {1," + indent + "}", "$1");
    return own.endsWith("\n") ? own : own + "\n";
  }

  private TextEdit edit(Addition addition) {
    StringWriter block = new StringWriter();
    templates.print(new Tree.Sequence(addition.items(), addition.to().span()), block);
    return ManifestText.append(
        addition.to(), addition.list(), block.toString(), ManifestText.flow(addition.items()));
  }
}
