package dev.fairlead.folder;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder with the rendered files of one call. Files without the marker belong to somebody else:
 * they are never changed, and one with the name of a rendered file is an error.
 */
public final class Folder {
  /** Names that kustomize accepts for a kustomization besides our own. */
  private static final List<String> OTHER_KUSTOMIZATIONS =
      List.of("kustomization.yml", "Kustomization");

  private final Path path;
  private final Path shown;

  private Folder(Path path, Path shown) {
    this.path = path;
    this.shown = shown;
  }

  /** The folder with this name. It may be a symbolic link, and need not exist yet. */
  public static Folder at(String name) throws IOException {
    Path path = Path.of(name);
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new NotDirectoryException(name);
    }
    // Resolved once: changing the link during the writes has no effect.
    return new Folder(Files.exists(path) ? path.toRealPath() : path, path.normalize());
  }

  /**
   * The changes after which the folder contains exactly these files. Their order makes sure that
   * the kustomization never lists a missing file. Files of others with the same names are errors.
   */
  public List<Change> changes(List<RenderedFile> files, Diagnostics diagnostics)
      throws IOException {
    Set<String> present = names();
    List<Change> changes = new ArrayList<>();
    Set<String> makers = new TreeSet<>();
    for (RenderedFile file : files) {
      compare(file, makers, diagnostics).ifPresent(changes::add);
    }
    for (String name : OTHER_KUSTOMIZATIONS) {
      if (present.contains(name)) {
        diagnostics.add(
            Code.FOREIGN_FILE,
            file(name).whole(),
            message(
                "kustomize accepts one kustomization per folder, and fairlead writes {} here",
                RenderedFiles.KUSTOMIZATION),
            "remove the file, or use another folder");
      }
    }
    Map<String, String> stale = stale(files, present);
    if (makers.isEmpty()) {
      rejectFolderOfOtherSpecs(files, stale, diagnostics);
    }
    stale.forEach(
        (name, text) -> changes.add(new Change(Change.Type.REMOVE, name, show(name), text, "")));
    return changes;
  }

  /** Applies the changes in order. Each file is written completely or not at all. */
  public void apply(List<Change> changes) throws IOException {
    Files.createDirectories(path);
    WholeFile.removeLeftovers(path);
    for (Change change : changes) {
      WholeFile file = WholeFile.in(path, change.name());
      byte[] before = change.before().getBytes(StandardCharsets.UTF_8);
      byte[] after = change.after().getBytes(StandardCharsets.UTF_8);
      try {
        switch (change.type()) {
          case CREATE -> file.create(after);
          case UPDATE -> file.replace(before, after);
          case REMOVE -> file.delete(before);
        }
      } catch (FileSystemException e) {
        throw e;
      } catch (IOException e) {
        throw new FileSystemException(change.name(), null, e.getMessage());
      }
    }
  }

  /** The name of a file of the folder in messages. */
  public String show(String name) {
    String path = shown.resolve(name).toString().replace('\\', '/');
    return path.isEmpty() ? "." : path;
  }

  private Set<String> names() throws IOException {
    if (!Files.exists(path)) {
      return Collections.emptySet();
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * The change to one file, if any. Adds the Storage that made the current file to {@code makers}.
   */
  private Optional<Change> compare(RenderedFile wanted, Set<String> makers, Diagnostics diagnostics)
      throws IOException {
    Path file = path.resolve(wanted.name());
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(change(Change.Type.CREATE, wanted, ""));
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      foreign(
          wanted.name(),
          Files.isSymbolicLink(file) ? "is a symbolic link" : "is not a regular file",
          diagnostics);
      return Optional.empty();
    }
    byte[] bytes = Files.readAllBytes(file);
    String before = new String(bytes, StandardCharsets.UTF_8);
    if (!Marker.isIn(before)) {
      foreign(wanted.name(), "was not written by fairlead", diagnostics);
      return Optional.empty();
    }
    Marker.storage(before).ifPresent(makers::add);
    return Arrays.equals(bytes, wanted.text().getBytes(StandardCharsets.UTF_8))
        ? Optional.empty()
        : Optional.of(change(Change.Type.UPDATE, wanted, before));
  }

  private Change change(Change.Type type, RenderedFile wanted, String before) {
    return new Change(type, wanted.name(), show(wanted.name()), before, wanted.text());
  }

  private void foreign(String name, String why, Diagnostics diagnostics) {
    diagnostics.add(
        Code.FOREIGN_FILE,
        file(name).whole(),
        message("the file {} and has the name of a rendered file", plain(why)),
        "move it away, or use another folder");
  }

  /** The files of earlier calls that this call does not render, with their texts. */
  private Map<String, String> stale(List<RenderedFile> files, Set<String> present)
      throws IOException {
    Set<String> wanted = new TreeSet<>();
    files.forEach(file -> wanted.add(file.name()));
    Map<String, String> stale = new LinkedHashMap<>();
    for (String name : present) {
      // In lower case, because on a file system that ignores case it is the wanted file.
      boolean candidate = name.endsWith(".yaml") && !wanted.contains(name.toLowerCase(Locale.ROOT));
      Path file = path.resolve(name);
      if (candidate && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && isOurs(file)) {
        stale.put(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
    }
    return stale;
  }

  private static boolean isOurs(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return Marker.isIn(new String(in.readNBytes(Marker.LONGEST), StandardCharsets.UTF_8));
    }
  }

  /** If no file stays, the folder may belong to other specs, which would lose all their files. */
  private void rejectFolderOfOtherSpecs(
      List<RenderedFile> files, Map<String, String> stale, Diagnostics diagnostics) {
    Set<String> others = storages(stale.values().stream());
    boolean ours = others.removeAll(storages(files.stream().map(RenderedFile::text)));
    if (!ours && !others.isEmpty()) {
      diagnostics.add(
          Code.SHARED_FOLDER,
          file("").whole(),
          message(
              "the folder contains the files of Storage {}, and none of the given specs", others),
          "a folder belongs to one call: name all of its specs, or use another folder");
    }
  }

  private static Set<String> storages(Stream<String> texts) {
    Set<String> storages = new TreeSet<>();
    texts.forEach(text -> Marker.storage(text).ifPresent(storages::add));
    return storages;
  }

  private SourceFile file(String name) {
    return new SourceFile(show(name), "");
  }
}
