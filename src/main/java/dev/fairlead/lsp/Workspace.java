package dev.fairlead.lsp;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.input.Inputs;
import dev.fairlead.pipeline.SpecInput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The specs in the editor's folders. A text that is open in the editor takes the place of its file.
 * Safe for use by several threads.
 */
final class Workspace {
  private static final String SPEC = "(?s).*\\.fairlead\\.ya?ml";

  private final List<Path> folders = new ArrayList<>();
  private final Map<String, SpecInput> onDisk = new TreeMap<>();
  private final Map<String, OpenText> open = new LinkedHashMap<>();

  /** A text as the editor shows it, with the URI that the editor uses for it. */
  private record OpenText(String uri, String text) {}

  /** Reads the specs in these folders. */
  synchronized void setFolders(List<String> uris) {
    folders.clear();
    for (String uri : uris) {
      folders.add(Path.of(key(uri)));
    }
    readFiles();
  }

  /** Reads the specs of the folders again. */
  synchronized void readFiles() {
    onDisk.clear();
    for (Path folder : folders) {
      // A folder without specs, or one that is gone, is no finding here.
      Inputs inputs =
          new Inputs(InputStream.nullInputStream(), new Diagnostics(), Inputs.Kind.SPECS, false);
      for (SpecInput input : inputs.read(List.of(folder.toString()))) {
        onDisk.put(input.path().orElseThrow(), input);
      }
    }
  }

  /** Takes a text from the editor. */
  synchronized void open(String uri, String text) {
    open.put(key(uri), new OpenText(uri, text));
  }

  /** The editor has closed a text: its file counts again. */
  synchronized void close(String uri) {
    open.remove(key(uri));
    readFiles();
  }

  /** All specs. Each is named by its path below its folder. */
  synchronized List<SpecInput> specs() {
    Map<String, byte[]> bytes = new TreeMap<>();
    onDisk.forEach((key, input) -> bytes.put(key, input.bytes()));
    open.forEach((key, text) -> bytes.put(key, text.text().getBytes(StandardCharsets.UTF_8)));
    List<SpecInput> specs = new ArrayList<>();
    bytes.forEach(
        (key, content) -> {
          if (key.matches(SPEC) || isOpenSpec(key)) {
            specs.add(new SpecInput(name(key), content));
          }
        });
    return specs;
  }

  /** A file of another name is a spec if it says so. */
  private boolean isOpenSpec(String key) {
    return open.containsKey(key) && open.get(key).text().contains("fairlead.dev/v1");
  }

  /** The name that messages show for a text of the editor. */
  synchronized String nameOf(String uri) {
    return name(key(uri));
  }

  /** Whether the editor has opened the spec with this name. */
  synchronized boolean isOpen(String name) {
    return open.keySet().stream().anyMatch(key -> name(key).equals(name));
  }

  /** The URI of the spec with this name, as the editor wrote it if the spec is open. */
  synchronized String uri(String name) {
    for (Map.Entry<String, OpenText> entry : open.entrySet()) {
      if (name(entry.getKey()).equals(name)) {
        return entry.getValue().uri();
      }
    }
    for (String key : onDisk.keySet()) {
      if (name(key).equals(name)) {
        return Path.of(key).toUri().toString();
      }
    }
    return name;
  }

  private String name(String key) {
    for (Path folder : folders) {
      if (key.startsWith(folder + "/")) {
        String below = key.substring(folder.toString().length() + 1);
        return folders.size() == 1 ? below : folder.getFileName() + "/" + below;
      }
    }
    return key;
  }

  /** The real path of a file; the URI itself for a text that is no file. */
  private static String key(String uri) {
    try {
      Path path = Path.of(URI.create(uri)).toAbsolutePath().normalize();
      // A file that is not saved yet has no real path, but its folder has.
      Path parent = path.getParent();
      return path.toFile().exists() || parent == null
          ? path.toRealPath().toString()
          : parent.toRealPath().resolve(path.getFileName()).toString();
    } catch (IOException | IllegalArgumentException | FileSystemNotFoundException e) {
      return uri;
    }
  }
}
