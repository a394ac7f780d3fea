package dev.fairlead.edit;

import dev.fairlead.model.PatchedManifest;
import dev.fairlead.model.PatchedManifest.Addition;
import dev.fairlead.model.PatchedManifest.Removal;
import dev.fairlead.render.Templates;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Adds mounts to a manifest by inserting text, so that comments, quotes and the order of keys stay
 * unchanged.
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

  /** The changes to the file that contains the manifest. */
  public List<TextEdit> edits(PatchedManifest patched) {
    return patched.additions().stream().map(this::edit).toList();
  }

  /** The texts of several manifests. */
  public List<String> texts(List<PatchedManifest> patched) {
    return patched.stream().map(this::text).toList();
  }

  /**
   * The manifest with its changes as a separate text, which starts in column 1 and lacks what is to
   * be left out.
   */
  public String text(PatchedManifest patched) {
    // Additions come first, because one may be where a removal begins.
    List<TextEdit> edits = new ArrayList<>(edits(patched));
    for (Removal removal : patched.removals()) {
      edits.addAll(RemovedKeys.edits(removal.from(), removal.keys()));
    }
    return text(patched.manifest(), edits);
  }

  /** A manifest from its file with changes applied, as a separate text. */
  public static String text(Tree manifest, List<TextEdit> edits) {
    String file = manifest.file().text();
    int indent = manifest.span().column() - 1;
    boolean document = indent == 0 && !ManifestText.isFlow(manifest);
    int start = manifest.start();
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
    String block = templates.text(Sequence.of(addition.items(), addition.to().span()));
    return ManifestText.append(
        addition.to(), addition.list(), block, ManifestText.flow(addition.items()));
  }
}
