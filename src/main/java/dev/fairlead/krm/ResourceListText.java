package dev.fairlead.krm;

import dev.fairlead.document.TextEdit;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Tree;
import dev.fairlead.normalize.Trees;
import dev.fairlead.render.ManifestPatch;
import dev.fairlead.render.ManifestText;
import dev.fairlead.render.Templates;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of a ResourceList, changed only where it has to be. */
final class ResourceListText {
  private final ResourceList list;
  private final Templates templates;
  private final String text;
  private final Tree.Mapping root;
  private final List<TextEdit> edits = new ArrayList<>();

  ResourceListText(ResourceList list, Templates templates) {
    this.list = list;
    this.templates = templates;
    this.text = list.file().text();
    this.root = Trees.mapping(list.root());
  }

  /** The same items, with the results. */
  String unchanged(Tree.Sequence results) {
    addVersion();
    addResults(results);
    return TextEdit.apply(text, edits);
  }

  /** The items without specs, with mounts added, and with what the plan makes at the end. */
  String expanded(Plan plan, List<String> made, Tree.Sequence results) {
    addVersion();
    ManifestPatch patch = new ManifestPatch(templates);
    List<TextEdit> patches = plan.existing().flatMap(e -> patch.edits(e).stream()).toList();
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
    return new TextEdit(ManifestText.start(part), ManifestText.end(part), text);
  }

  private void cutSpecs() {
    list.items().stream()
        .filter(Objects::isSpec)
        .map(Trees::mapping)
        .forEach(
            spec -> {
              int dash = text.lastIndexOf('-', ManifestText.start(spec) - 1);
              int line = text.lastIndexOf('\n', dash) + 1;
              edits.add(new TextEdit(line, ManifestText.endOfLines(spec), ""));
            });
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
            .filter(item -> !Objects.isSpec(item))
            .map(Trees::mapping)
            .map(item -> slice(item, patches));
    String all =
        Stream.concat(kept, made.stream().map(item -> flow(List.of(item))))
            .collect(Collectors.joining(", ", "[", "]"));
    edits.add(edit(items, all));
  }

  private String slice(Tree item, List<TextEdit> patches) {
    int start = ManifestText.start(item);
    int end = ManifestText.end(item);
    return TextEdit.apply(
        text.substring(start, end),
        patches.stream()
            .filter(patch -> patch.start() >= start && patch.end() <= end)
            .map(patch -> new TextEdit(patch.start() - start, patch.end() - start, patch.text()))
            .toList());
  }

  private static String flow(List<String> manifests) {
    return ManifestText.flow(manifests.stream().map(Manifests::parse).map(Trees::mapping).toList());
  }

  private void addResults(Tree.Sequence results) {
    if (!results.items().isEmpty()) {
      StringWriter block = new StringWriter();
      templates.print(results, block);
      edits.add(
          ManifestText.append(
              root, "results", block.toString(), ManifestText.flow(results.items())));
    }
  }
}
