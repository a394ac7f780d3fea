package dev.fairlead.folder;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
 * The folder that holds the rendered files of one call. What it finds there without its marker is
 * somebody else's: such a file is never changed, and in the way of a rendered one it is an error.
 */
public final class Folder {
  /** Names that kustomize takes for a second kustomization. */
  private static final List<String> OTHER_KUSTOMIZATIONS =
      List.of("kustomization.yml", "Kustomization");

  private final Path path;
  private final Path shown;

  private Folder(Path path, Path shown) {
    this.path = path;
    this.shown = shown;
  }

  /** The folder of this name, which may be a link to one and need not be there yet. */
  public static Folder at(String name) throws IOException {
    Path path = Path.of(name);
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new NotDirectoryException(name);
    }
    // Resolved once: turning the link round while files are written changes nothing.
    return new Folder(Files.exists(path) ? path.toRealPath() : path, path.normalize());
  }

  /**
   * What has to change for the folder to hold these files and none that an earlier call made, in an
   * order in which the kustomization never lists a file that is not there. Files in the way are
   * errors.
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
                "kustomize takes one kustomization a folder, and fairlead keeps {} here",
                RenderedFiles.KUSTOMIZATION),
            "remove the file, or name another folder");
      }
    }
    Map<String, String> stale = stale(files, present);
    if (makers.isEmpty()) {
      refuseTheFolderOfOthers(files, stale, diagnostics);
    }
    stale.forEach(
        (name, text) -> changes.add(new Change(Change.Type.REMOVE, name, show(name), text, "")));
    return changes;
  }

  /** Carries out one change after the other; each file is written whole or not at all. */
  public void apply(List<Change> changes) throws IOException {
    Files.createDirectories(path);
    WholeFiles files = new WholeFiles(path);
    files.removeLeftovers();
    for (Change change : changes) {
      if (change.type() == Change.Type.REMOVE) {
        Files.deleteIfExists(path.resolve(change.name()));
      } else {
        files.write(change.name(), change.after());
      }
    }
  }

  /** How messages name a file of the folder. */
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

  /** What has to happen to one file; {@code makers} are told of whoever made it as it is. */
  private Optional<Change> compare(RenderedFile wanted, Set<String> makers, Diagnostics diagnostics)
      throws IOException {
    Path file = path.resolve(wanted.name());
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(change(Change.Type.CREATE, wanted, ""));
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      foreign(
          wanted.name(),
          Files.isSymbolicLink(file) ? "is a symbolic link" : "is no regular file",
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
        message("the file {} and is in the way of one that is to be", plain(why)),
        "move it away, or name another folder");
  }

  /** The files of earlier calls that this one does not make, with their texts. */
  private Map<String, String> stale(List<RenderedFile> files, Set<String> present)
      throws IOException {
    Set<String> wanted = new TreeSet<>();
    files.forEach(file -> wanted.add(file.name()));
    Map<String, String> stale = new LinkedHashMap<>();
    for (String name : present) {
      // In lower case: where the file system does not tell cases apart, it is the wanted file.
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

  /** Where no file stays, this may be the folder of other specs, which would lose all of them. */
  private void refuseTheFolderOfOthers(
      List<RenderedFile> files, Map<String, String> stale, Diagnostics diagnostics) {
    Set<String> others = storages(stale.values().stream());
    boolean ours = others.removeAll(storages(files.stream().map(RenderedFile::text)));
    if (!ours && !others.isEmpty()) {
      diagnostics.add(
          Code.SHARED_FOLDER,
          file("").whole(),
          message(
              "the folder holds what Storage {} makes, and nothing of the specs of this call",
              others),
          "one call owns a folder: name all its specs, or another folder");
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
