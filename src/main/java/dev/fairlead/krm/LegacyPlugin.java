package dev.fairlead.krm;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.edit.ManifestPatch;
import dev.fairlead.model.PatchedManifest;
import dev.fairlead.model.Plan;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.render.Templates;
import dev.fairlead.report.Report;
import dev.fairlead.report.TextReporter;
import dev.fairlead.tree.Document;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A call as a legacy exec plugin of kustomize, the only kind that {@code kubectl kustomize} runs.
 * The spec is in a file. A transformer gets the resources as plain YAML on standard input. The
 * output is plain YAML on standard output.
 */
public final class LegacyPlugin {
  private final FieldPaths paths = new FieldPaths();
  private final Diagnostics diagnostics = new Diagnostics();
  private final Templates templates = Templates.load();
  private final WrittenSpecs written;

  /** {@code texts} are the texts that the client may have read the specs from. */
  public LegacyPlugin(Supplier<List<SpecInput>> texts) {
    this.written = new WrittenSpecs(texts, paths);
  }

  /**
   * Runs the plugin. Returns false if there were errors; then nothing was written to {@code out}.
   *
   * @param config the text of the spec or StorageGenerator
   * @param input the content of standard input, empty for a generator
   */
  public boolean run(byte[] config, byte[] input, Writer out, Writer err) throws IOException {
    List<Document> configs = ClientInput.read(config, paths, written, diagnostics);
    List<ClientObject> items =
        input.length == 0
            ? List.of()
            : ClientInput.read(input, paths, written, diagnostics).stream()
                .map(document -> new ClientObject(document.root()))
                .toList();
    String text = configs.isEmpty() ? "" : expand(configs.get(0), items);
    new TextReporter(false).print(Report.of(List.of(), diagnostics.sorted()), err);
    if (diagnostics.hasErrors()) {
      return false;
    }
    out.write(text);
    out.flush();
    return true;
  }

  private String expand(Document config, List<ClientObject> items) {
    Plan plan =
        new Expansion(config.file(), paths, written, diagnostics)
            .plan(Optional.of(new ClientObject(config.root())), items);
    if (diagnostics.hasErrors()) {
      return "";
    }
    List<String> texts = new ArrayList<>(kept(plan, items));
    texts.addAll(new Manifests(templates, items, diagnostics).of(plan));
    return String.join("---\n", texts);
  }

  private List<String> kept(Plan plan, List<ClientObject> items) {
    Map<Span, PatchedManifest> patched = new HashMap<>();
    plan.patchedManifests().forEach(p -> patched.put(p.manifest().span(), p));
    ManifestPatch patch = new ManifestPatch(templates);
    List<String> texts = new ArrayList<>();
    for (ClientObject item : items) {
      if (!item.isSpec()) {
        PatchedManifest mounts = patched.get(item.span());
        texts.add(
            ManifestPatch.text(item.tree(), mounts == null ? List.of() : patch.edits(mounts)));
      }
    }
    return texts;
  }
}
