package dev.fairlead.input;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.pipeline.SpecInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds and reads the files that a command line names. */
public final class Inputs {
  /** The name of standard input in messages. */
  public static final String STDIN_NAME = "<stdin>";

  private static final String STDIN = "-";

  /** Which files of a folder are read. */
  public enum Kind {
    /** Specs. */
    SPECS("a spec", "*.fairlead.yaml", "(?s).*\\.fairlead\\.ya?ml"),
    /** Manifests with the workloads that specs refer to. */
    RESOURCES("a file of manifests", "*.yaml", "(?s).*\\.ya?ml"),
    /** Manifests for kubectl, from any tool, and what kustomize does with them. */
    MANIFESTS("a file of manifests", "*.yaml", "(?s).*\\.ya?ml|Kustomization"),
    /** What kubectl printed of a cluster. */
    DUMPS("what kubectl get -o yaml printed", "*.yaml or *.json", "(?s).*\\.(ya?ml|json)");

    private final String article;
    private final String shown;
    private final String pattern;

    Kind(String article, String shown, String pattern) {
      this.article = article;
      this.shown = shown;
      this.pattern = pattern;
    }

    /** One file of this kind, with its article. */
    public String article() {
      return article;
    }
  }

  private final InputStream standardInput;
  private final Diagnostics diagnostics;
  private final Kind kind;
  private final boolean tracked;
  private final List<SpecInput> inputs = new ArrayList<>();
  private final Set<Object> seen = new HashSet<>();

  /**
   * Reads from files and standard input. Findings about files that can't be read go to {@code
   * diagnostics}. If {@code tracked}, files in a folder that git does not track are left out.
   */
  public Inputs(InputStream standardInput, Diagnostics diagnostics, Kind kind, boolean tracked) {
    this.kind = kind;
    this.tracked = tracked;
    this.standardInput = standardInput;
    this.diagnostics = diagnostics;
  }

  /** The inputs in the given order. A file that is named twice is read once. */
  public List<SpecInput> read(List<String> names) {
    for (String name : names) {
      try {
        if (name.isEmpty()) {
          // As in: fairlead fix "$UNSET". The empty path is the working directory.
          unreadable(Code.UNREADABLE_FILE, "\"\"", "can't be read: its name is empty");
        } else if (name.equals(STDIN)) {
          readStandardInput();
        } else if (Files.isDirectory(Path.of(name))) {
          readFolder(name);
        } else {
          readFile(name, Path.of(name), false);
        }
      } catch (InvalidPathException | IOException e) {
        cantBeRead(name, e);
      }
    }
    return inputs;
  }

  private void readStandardInput() throws IOException {
    if (seen.add(STDIN)) {
      inputs.add(new SpecInput(STDIN_NAME, FileBytes.of(standardInput)));
    }
  }

  private void readFolder(String name) throws IOException {
    // Symbolic links below the folder are not followed, but the folder itself may be one.
    Path folder = Path.of(name).toRealPath();
    String slash = name.endsWith("/") ? name : name + "/";
    String prefix = slash.equals("./") ? "" : slash;
    int unreadable = diagnostics.count();
    List<Path> below =
        tracked
            ? GitFiles.below(folder)
            : FolderFiles.below(
                folder, (path, e) -> cantBeRead(prefix + folder.relativize(path), e));
    List<Path> specs =
        below.stream()
            .filter(path -> path.getFileName().toString().matches(kind.pattern))
            .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
            .toList();
    if (specs.isEmpty() && diagnostics.count() == unreadable) {
      String which = tracked ? " files that git tracks" : " files";
      Code code = kind == Kind.SPECS ? Code.NO_SPECS : Code.NO_MANIFESTS;
      Optional<String> other =
          kind == Kind.SPECS && !tracked ? OtherNames.spec(folder) : Optional.empty();
      if (other.isPresent()) {
        diagnostics.add(
            code,
            new SourceFile(name, "").whole(),
            message(
                "the folder has no {}, but {} is a spec", plain(kind.shown + which), other.get()),
            OtherNames.HINT);
      } else {
        unreadable(code, name, "the folder has no " + kind.shown + which);
      }
    }
    List<String> sorted =
        specs.stream().map(path -> folder.relativize(path).toString()).sorted().toList();
    for (String relative : sorted) {
      // An unreadable file must not hide the others.
      try {
        readFile(prefix + relative, folder.resolve(relative), true);
      } catch (IOException e) {
        cantBeRead(prefix + relative, e);
      }
    }
  }

  private void readFile(String name, Path path, boolean found) throws IOException {
    if (seen.add(identity(path))) {
      inputs.add(new SpecInput(name, FileBytes.of(path), found, Optional.of(path.toString())));
    }
  }

  /** The same for all names and links of a file. A pipe has no real path. */
  private static Object identity(Path path) throws IOException {
    Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    return key == null ? path.toRealPath() : key;
  }

  private void cantBeRead(String name, Exception e) {
    unreadable(Code.UNREADABLE_FILE, name, "can't be read: " + reason(e));
  }

  private void unreadable(Code code, String name, String message) {
    diagnostics.add(code, new SourceFile(name, "").whole(), message);
  }

  /** The reason why a file can't be read or written, in our words. */
  public static String reason(Exception e) {
    if (e instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NotDirectoryException || e instanceof FileAlreadyExistsException) {
      return "it exists, but is not a folder";
    }
    if (e instanceof FileSystemException failure && failure.getReason() != null) {
      return failure.getReason();
    }
    return e instanceof InvalidPathException
        ? "the locale's character set lacks a character of its name"
        : String.valueOf(e.getMessage());
  }
}
