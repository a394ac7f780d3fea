package dev.fairlead.krm;

import dev.fairlead.edit.ManifestPatch;
import dev.fairlead.edit.ManifestText;
import dev.fairlead.edit.TextEdit;
import dev.fairlead.model.Plan;
import dev.fairlead.render.Templates;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of a ResourceList, changed only where necessary. */
final class ResourceListText {
  private final ResourceList list;
  private final Templates templates;
  private final String text;
  private final Mapping root;
  private final List<TextEdit> edits = new ArrayList<>();

  ResourceListText(ResourceList list, Templates templates) {
    this.list = list;
    this.templates = templates;
    this.text = list.file().text();
    this.root = list.root();
  }

  /** The list with its items unchanged and the results added. */
  String unchanged(Sequence results) {
    addVersion();
    addResults(results);
    return TextEdit.apply(text, edits);
  }

  /** The list without specs, with mounts added and the manifests of the plan at the end. */
  String expanded(Plan plan, List<String> made, Sequence results) {
    addVersion();
    ManifestPatch patch = new ManifestPatch(templates);
    List<TextEdit> patches =
        plan.patchedManifests().stream().flatMap(p -> patch.edits(p).stream()).toList();
    if (root.get("items").filter(ManifestText::isFlow).isPresent()) {
      replaceItems(patches, made);
    } else {
      edits.addAll(patches);
      cutSpecs();
      appendItems(made);
    }
    addResults(results);
    return TextEdit.apply(text, edits);
  }

  private void addVersion() {
    root.get("apiVersion")
        .filter(version -> !root.text("apiVersion").orElse("").equals(ResourceList.API_VERSION))
        .map(v -> edit(v, '"' + ResourceList.API_VERSION + '"'))
        .ifPresent(edits::add);
  }

  private static TextEdit edit(Tree part, String text) {
    return new TextEdit(part.start(), ManifestText.end(part), text);
  }

  private void cutSpecs() {
    for (ClientObject item : list.items()) {
      if (item.isSpec()) {
        int end = ManifestText.endOfLines(item.tree());
        edits.add(new TextEdit(lineOfDash(item.tree()), end, ""));
      }
    }
  }

  /** The offset of the line with the item's dash, which may be a line above the item. */
  private int lineOfDash(Tree item) {
    int column = root.get("items").orElseThrow().span().column() - 1;
    int line = text.lastIndexOf('\n', item.start() - 1) + 1;
    while (line > 0 && text.charAt(line + column) != '-') {
      line = text.lastIndexOf('\n', line - 2) + 1;
    }
    return line;
  }

  private void appendItems(List<String> made) {
    if (made.isEmpty()) {
      return;
    }
    String block =
        made.stream()
            .map(item -> "- " + item.replaceAll("\n(?=.)", "\n  "))
            .collect(Collectors.joining());
    edits.add(ManifestText.append(root, "items", block, flow(made)));
  }

  private void replaceItems(List<TextEdit> patches, List<String> made) {
    Tree items = root.get("items").orElseThrow();
    if (root.list("items").isEmpty() && !ManifestText.isFlow(root)) {
      String block =
          made.stream()
              .map(item -> "\n- " + item.strip().replace("\n", "\n  "))
              .collect(Collectors.joining());
      edits.add(edit(items, made.isEmpty() ? "[]" : block));
      return;
    }
    Stream<String> kept =
        list.items().stream()
            .filter(item -> !item.isSpec())
            .map(item -> slice(item.tree(), patches));
    String all =
        Stream.concat(kept, made.stream().map(item -> flow(List.of(item))))
            .collect(Collectors.joining(", ", "[", "]"));
    edits.add(edit(items, all));
  }

  private String slice(Tree item, List<TextEdit> patches) {
    int start = item.start();
    int end = ManifestText.end(item);
    return TextEdit.apply(
        text.substring(start, end),
        patches.stream()
            .filter(patch -> patch.start() >= start && patch.end() <= end)
            .map(patch -> new TextEdit(patch.start() - start, patch.end() - start, patch.text()))
            .toList());
  }

  private static String flow(List<String> manifests) {
    return ManifestText.flow(manifests.stream().map(Manifests::parse).toList());
  }

  private void addResults(Sequence results) {
    String block = templates.text(results);
    Tree before = root.find("results");
    if (before != null && !ManifestText.isFlow(root)) {
      // Drop the results of earlier functions: they are already reported.
      int start = list.file().startOfLine(root.keySpan("results").orElseThrow().start());
      int end = before instanceof Scalar ? nextLine(start) : ManifestText.endOfLines(before);
      edits.add(new TextEdit(start, end, results.items().isEmpty() ? "" : "results:\n" + block));
    } else if (!results.items().isEmpty()) {
      edits.add(ManifestText.append(root, "results", block, ManifestText.flow(results.items())));
    }
  }

  private int nextLine(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end + 1;
  }
}
