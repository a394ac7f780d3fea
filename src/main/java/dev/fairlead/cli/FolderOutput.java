package dev.fairlead.cli;

import static dev.fairlead.diagnostic.Quote.quote;
import static dev.fairlead.diagnostic.Quote.visible;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.ShellWords;
import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.folder.Change;
import dev.fairlead.folder.Folder;
import dev.fairlead.folder.FrozenFields;
import dev.fairlead.folder.PrunedStorage;
import dev.fairlead.folder.RenderedFile;
import dev.fairlead.folder.RenderedFiles;
import dev.fairlead.folder.UnifiedDiff;
import dev.fairlead.input.GitFiles;
import dev.fairlead.input.Inputs;
import dev.fairlead.model.Plan;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.render.Templates;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Runs {@code render --output-dir} for a valid plan. */
record FolderOutput(Arguments arguments, FindingsOutput output, Console console) {
  static final String FOLDER = "output-dir";
  static final String CHECK = "check";
  static final String EXIT_IF_CHANGED = "set-exit-if-changed";

  /** Whether standard output contains findings instead of a diff. */
  static boolean reports(Arguments arguments) {
    return !arguments.value("report").orElse("text").equals("text");
  }

  /** Rejects options that make no sense together. */
  static void checkCombinations(Arguments arguments) throws UsageException {
    boolean folder = arguments.has(FOLDER);
    if (folder && arguments.value(FOLDER).orElse("").isEmpty()) {
      throw new UsageException("--output-dir needs the name of a folder");
    }
    if (folder && arguments.has("output")) {
      throw new UsageException("--output-dir writes YAML: remove --output");
    }
    if (folder && arguments.has(RenderCommand.PATCHES)) {
      throw new UsageException("--output-dir writes whole manifests: remove --patches");
    }
    if (arguments.has("report") && !arguments.has(CHECK)) {
      throw new UsageException("--report needs --check: without it, findings are text");
    }
    for (String option : List.of(CHECK, EXIT_IF_CHANGED)) {
      if (!folder && arguments.has(option)) {
        throw new UsageException("--" + option + " needs --output-dir DIR");
      }
    }
  }

  /** Updates the folder. With {@code --check}, reports the differences instead. */
  ExitCode write(Plan plan, List<SpecInput> inputs, Diagnostics diagnostics) throws IOException {
    try {
      Folder folder = Folder.at(name());
      List<RenderedFile> files = RenderedFiles.of(plan, Templates.load());
      List<Change> changes = folder.changes(files, diagnostics);
      if (diagnostics.hasErrors()) {
        return report(inputs, diagnostics.sorted());
      }
      if (arguments.has("tracked")) {
        findUntracked(folder, Path.of(name()), files, changes, diagnostics);
      }
      return arguments.has(CHECK)
          ? check(changes, inputs, diagnostics)
          : apply(folder, changes, inputs, diagnostics);
    } catch (InvalidPathException | FileSystemException e) {
      throw new IOException(quote(named(e, name())) + ": " + Inputs.reason(e), e);
    }
  }

  private ExitCode check(List<Change> changes, List<SpecInput> inputs, Diagnostics diagnostics)
      throws IOException {
    for (Change change : changes) {
      diagnostics.add(Code.DRIFT, new SourceFile(change.path(), "").whole(), change.type().drift());
      FrozenFields.findings(change).forEach(diagnostics::add);
    }
    PrunedStorage.findings(changes).forEach(diagnostics::add);
    if (!reports(arguments)) {
      try (Writer out = console.outWriter()) {
        for (Change change : changes) {
          out.write(UnifiedDiff.of(change));
        }
      }
    }
    ExitCode code = report(inputs, SpecCommand.findings(arguments, diagnostics));
    if (!changes.isEmpty()) {
      console.say("the folder is not up to date; to update it: " + command());
    }
    return code;
  }

  private ExitCode apply(
      Folder folder, List<Change> changes, List<SpecInput> inputs, Diagnostics diagnostics)
      throws IOException {
    folder.apply(changes);
    try (Writer out = console.outWriter()) {
      for (Change change : changes) {
        out.write(change.type().done() + " " + visible(change.path()) + "\n");
      }
    }
    // Only warnings here, even with --strict: a manifest that can't be applied can still be
    // rendered.
    changes.forEach(change -> FrozenFields.findings(change).forEach(diagnostics::add));
    PrunedStorage.findings(changes).forEach(diagnostics::add);
    ExitCode code = report(inputs, diagnostics.sorted());
    return arguments.has(EXIT_IF_CHANGED) && !changes.isEmpty() ? ExitCode.ERRORS : code;
  }

  /** A file that is up to date but untracked would be missing from the commit. */
  private static void findUntracked(
      Folder folder,
      Path path,
      List<RenderedFile> files,
      List<Change> changes,
      Diagnostics diagnostics)
      throws IOException {
    Set<String> known = new HashSet<>();
    changes.forEach(change -> known.add(change.name()));
    if (Files.exists(path)) {
      Path real = path.toRealPath();
      GitFiles.below(real).forEach(file -> known.add(real.relativize(file).toString()));
    }
    for (RenderedFile file : files) {
      if (!known.contains(file.name())) {
        diagnostics.add(
            Code.UNTRACKED_FILE,
            new SourceFile(folder.show(file.name()), "").whole(),
            "the file is up to date, but git does not track it: a commit would lack it");
      }
    }
  }

  private ExitCode report(List<SpecInput> inputs, List<Diagnostic> findings) throws IOException {
    output.print(inputs, findings, Inputs.Kind.SPECS);
    if (findings.stream().anyMatch(finding -> finding.code() == Code.UNTRACKED_FILE)) {
      console.say("to track the files: " + ShellWords.join(List.of("git", "add", name())));
    }
    return SpecCommand.exitCode(findings);
  }

  private String name() {
    return arguments.value(FOLDER).orElseThrow();
  }

  /** The command that makes the changes that {@code --check} shows. */
  private String command() {
    List<String> words = new ArrayList<>(List.of("fairlead", "render"));
    if (arguments.has("tracked")) {
      words.add("--tracked");
    }
    words.addAll(List.of("--" + FOLDER, name()));
    words.addAll(arguments.files());
    return ShellWords.join(words);
  }

  /** The file that an exception is about, as a path in the folder. */
  private static String named(Exception e, String folder) {
    if (e instanceof FileSystemException failure && failure.getFile() != null) {
      Path file = Path.of(failure.getFile()).getFileName();
      return file == null || Path.of(folder).endsWith(file) ? folder : folder + "/" + file;
    }
    return folder;
  }
}
