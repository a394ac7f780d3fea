package dev.fairlead.pipeline;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Severity;
import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.manifest.ManifestLists;
import dev.fairlead.manifest.ManifestReader;
import dev.fairlead.model.Variants;
import dev.fairlead.pipeline.PassedOver.Reason;
import dev.fairlead.source.SpecReader;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.Mapping;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the files of a folder for the manifests among them. A repository also holds values, patches
 * and templates.
 */
final class FoundFiles {
  private static final Pattern MANIFEST =
      Pattern.compile(
          "(?m)^[ \\t{-]*\"?apiVersion\"?[ \\t]*:"
              + "|^\"?kind\"?[ \\t]*:[ \\t]*[\"']?("
              + String.join("|", ManifestReader.kinds())
              + ")\\b");

  private static final Set<String> KUSTOMIZATIONS =
      Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  private static final List<String> PATCHES = List.of("patches", "patchesJson6902");

  /** The names that kuttl gives to what it expects. */
  private static final Pattern EXPECTATION =
      Pattern.compile("(.*/)?([0-9]+-)?(assert|errors)(-[^/]*)?\\.ya?ml");

  private final Diagnostics diagnostics;
  private final PassedOver passed;
  private final Set<String> names = new HashSet<>();
  private final Set<String> patches = new HashSet<>();
  private final Map<String, List<Mapping>> selected = new HashMap<>();
  private final BindingPatches binding = new BindingPatches();

  /** Findings go to {@code diagnostics}. */
  FoundFiles(List<SpecInput> inputs, Diagnostics diagnostics, PassedOver passed) {
    this.diagnostics = diagnostics;
    this.passed = passed;
    for (SpecInput input : inputs) {
      if (input.found()) {
        names.add(input.name());
        if (KUSTOMIZATIONS.contains(FileNames.last(input.name()))) {
          addPatches(input);
        }
      }
    }
  }

  /** The files that a kustomization merges into its resources. */
  private void addPatches(SpecInput kustomization) {
    List<Document> documents =
        SpecReader.asKubectl(new Diagnostics()).read(kustomization.name(), kustomization.bytes());
    for (Document document : documents) {
      if (document.root() instanceof Mapping root) {
        String file = kustomization.name();
        root.strings("patchesStrategicMerge").forEach(path -> addPatch(file, path.value()));
        for (String list : PATCHES) {
          for (Mapping patch : root.mappings(list)) {
            patch.text("path").ifPresent(path -> addPatch(file, path, patch));
            binding.add(patch, file);
          }
        }
      }
    }
  }

  private void addPatch(String kustomization, String path) {
    if (path.contains("\n")) {
      binding.add(path, kustomization);
    } else {
      patches.add(FileNames.resolve(kustomization, path));
    }
  }

  /** Adds a file of patches. What it selects counts if the text of the file binds it. */
  private void addPatch(String kustomization, String path, Mapping patch) {
    addPatch(kustomization, path);
    selected
        .computeIfAbsent(FileNames.resolve(kustomization, path), p -> new ArrayList<>())
        .add(patch);
  }

  /** Tells which objects patches bind. */
  void tellPatched(Variants variants) {
    binding.tell(variants);
  }

  /** The manifests in all files. A file that the call names is not searched, but read as it is. */
  List<Document> readAll(List<SpecInput> inputs) {
    SpecReader named = SpecReader.asKubectl(diagnostics);
    List<Document> documents = new ArrayList<>();
    for (SpecInput input : inputs) {
      if (input.found()) {
        documents.addAll(read(input));
      } else {
        for (Document document : named.read(input.name(), input.bytes())) {
          documents.addAll(ManifestLists.flatten(document));
        }
      }
    }
    return documents;
  }

  /** The manifests in a file of a folder. */
  private List<Document> read(SpecInput input) {
    String text = new String(input.bytes(), StandardCharsets.UTF_8);
    Optional<Reason> other = other(input, text);
    String file = FileNames.normal(input.name());
    if (patches.contains(file)) {
      binding.add(text, input.name());
      selected.getOrDefault(file, List.of()).forEach(patch -> binding.addSelected(patch, text));
    }
    if (other.isPresent()) {
      passed.add(other.get());
      return List.of();
    }
    Diagnostics found = text.contains("{{") ? new Diagnostics() : diagnostics;
    List<Document> documents = SpecReader.asKubectl(found).read(input.name(), input.bytes());
    if (found != diagnostics) {
      if (found.sorted().stream().anyMatch(FoundFiles::isAboutTemplate)) {
        passed.add(Reason.TEMPLATE);
        return List.of();
      }
      found.sorted().forEach(diagnostics::add);
      if (found.hasUnread()) {
        diagnostics.leaveUnread();
      }
    }
    List<Document> manifests = new ArrayList<>();
    for (Document document : documents) {
      for (Document object : ManifestLists.flatten(document)) {
        add(object, manifests);
      }
    }
    return manifests;
  }

  private Optional<Reason> other(SpecInput input, String text) {
    if (!MANIFEST.matcher(text).find()) {
      return Optional.of(Reason.NO_MANIFEST);
    }
    if (EXPECTATION.matcher(input.name()).matches()) {
      return Optional.of(Reason.EXPECTATION);
    }
    return patches.contains(FileNames.normal(input.name()))
        ? Optional.of(Reason.PATCH)
        : Optional.empty();
  }

  private void add(Document document, List<Document> manifests) {
    if (!(document.root() instanceof Mapping root) || !isObject(root)) {
      passed.add(Reason.NO_MANIFEST);
    } else if (root.stringOr("apiVersion", "").startsWith("fairlead.dev/")) {
      passed.add(Reason.SPEC);
    } else if (root.has("$patch")) {
      binding.add(document.file().text(), document.file().name());
      passed.add(Reason.PATCH);
    } else {
      manifests.add(document);
    }
  }

  /** Whether it is an object of Kubernetes, or one of storage that lacks only its apiVersion. */
  private static boolean isObject(Mapping root) {
    String kind = root.stringOr("kind", "");
    String version = root.stringOr("apiVersion", "");
    boolean complete = !kind.isEmpty() && !version.isEmpty();
    boolean meant = root.has("metadata") || root.has("spec");
    return complete
        || version.startsWith("fairlead.dev/")
        || meant && ManifestReader.kinds().contains(kind);
  }

  /** Whether a template begins in the line of an error or in the one before, or goes on there. */
  private static boolean isAboutTemplate(Diagnostic finding) {
    Span span = finding.span();
    if (finding.severity() != Severity.ERROR || span.isWholeFile()) {
      return false;
    }
    SourceFile file = span.file();
    int line = file.startOfLine(span.start());
    int before = line == 0 ? 0 : file.startOfLine(line - 1);
    int end = file.text().indexOf('\n', span.start());
    String lines = end < 0 ? file.text() : file.text().substring(0, end);
    int begin = lines.lastIndexOf("{{");
    int close = lines.indexOf("}}", Math.max(begin, 0));
    return begin >= 0 && (begin >= before || close < 0 || close >= before);
  }

  /** Why the text of a finding is none that is applied: a program replaces a part of it before. */
  Optional<Reason> replaced(Diagnostic finding) {
    if (!names.contains(finding.span().file().name())) {
      return Optional.empty();
    }
    String text = finding.span().text();
    if (text.contains("{{")) {
      return Optional.of(Reason.TEMPLATE_TEXT);
    }
    return text.contains("${") ? Optional.of(Reason.VARIABLE) : Optional.empty();
  }

  /** The folder of a file that was found: repositories have one for each cluster. */
  String cluster(String file) {
    return names.contains(file) ? FileNames.folder(file) : "";
  }
}
