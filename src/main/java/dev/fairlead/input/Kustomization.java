package dev.fairlead.input;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.document.Document;
import dev.fairlead.document.Node;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.source.SpecReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The texts that kustomize reads resources and plugins from: the files that a kustomization lists,
 * what stands inline in it, and those of the kustomizations below it. What is not there or can't be
 * read is left out: whether that is a mistake is for kustomize to say.
 */
public final class Kustomization {
  private static final List<String> NAMES =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization");
  private static final List<String> FIELDS =
      List.of("resources", "bases", "components", "generators", "transformers");

  private static final String SEPARATOR = "---";

  /** A hundred thousand volumes have 40 MB. */
  private static final long LARGEST = 64L << 20;

  private final Path folder;
  private final String word;
  private final Set<Path> seen = new HashSet<>();
  private final List<SpecInput> texts = new ArrayList<>();

  private Kustomization(Path folder, String word) {
    this.folder = folder;
    this.word = word;
  }

  /** The texts with a word in them, named as seen from the folder of the kustomization. */
  public static List<SpecInput> texts(Path folder, String word) {
    Kustomization kustomization = new Kustomization(folder, word);
    kustomization.addFolder(Path.of(""));
    return kustomization.texts;
  }

  private void addFolder(Path name) {
    for (String file : NAMES) {
      Path kustomization = name.resolve(file);
      Optional<byte[]> bytes = read(kustomization);
      if (bytes.isPresent()) {
        SpecReader reader = SpecReader.ofManifests(new Diagnostics());
        for (Document document : reader.read(file, bytes.get())) {
          addListed(kustomization, document);
        }
      }
    }
  }

  private void addListed(Path kustomization, Document document) {
    keep(kustomization, inline(document));
    for (String field : FIELDS) {
      for (JsonNode entry : document.root().path(field)) {
        try {
          add(kustomization.resolveSibling(entry.asString("")));
        } catch (InvalidPathException e) {
          // Text that stands inline.
        }
      }
    }
  }

  private void add(Path name) {
    if (Files.isDirectory(folder.resolve(name))) {
      addFolder(name);
    } else {
      read(name).ifPresent(bytes -> keep(name, bytes));
    }
  }

  /** The content of a file, unless it was read before. */
  private Optional<byte[]> read(Path name) {
    Path file = folder.resolve(name);
    try {
      // Asked first, because a pipe would never end.
      boolean readable = Files.isRegularFile(file) && Files.size(file) <= LARGEST;
      return readable && seen.add(file.toRealPath())
          ? Optional.of(FileBytes.of(file))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void keep(Path name, byte[] bytes) {
    // kustomize reads UTF-16 too.
    String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "");
    if (text.contains(word)) {
      texts.add(new SpecInput(name.normalize().toString(), bytes));
    }
  }

  /**
   * The plugins that are written in a kustomization itself, as blocks of lines: its text with all
   * else blank, so that lines and columns are those of the file.
   */
  private static byte[] inline(Document kustomization) {
    List<String> lines = kustomization.file().text().lines().toList();
    String[] kept = new String[lines.size()];
    Arrays.fill(kept, "");
    for (String field : FIELDS) {
      for (JsonNode entry : kustomization.root().path(field)) {
        Span block = Node.placeOf(entry).value();
        if (entry.isString() && block.text().startsWith("|")) {
          kept[block.line() - 1] = SEPARATOR;
          long length = entry.stringValue().lines().count();
          for (int i = block.line(); i < block.line() + length; i++) {
            String line = lines.get(i);
            kept[i] = line.strip().equals(SEPARATOR) ? SEPARATOR : line;
          }
        }
      }
    }
    return String.join("\n", kept).getBytes(StandardCharsets.UTF_8);
  }
}
