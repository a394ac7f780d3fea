package dev.fairlead.input;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.source.SpecReader;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Tree;
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

/**
 * The texts that kustomize reads resources and plugins from: the files that a kustomization lists,
 * its inline texts, and those of the kustomizations below it. Missing and unreadable files are left
 * out, because kustomize reports them.
 */
public final class Kustomization {
  private static final List<String> NAMES =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization");
  private static final List<String> FIELDS =
      List.of("resources", "bases", "components", "generators", "transformers");

  private static final String SEPARATOR = "---";

  private final Path folder;
  private final String word;
  private final Set<Path> seen = new HashSet<>();
  private final List<SpecInput> texts = new ArrayList<>();

  /** The kind of the first kustomization. */
  private String kind = "";

  private Kustomization(Path folder, String word) {
    this.folder = folder;
    this.word = word;
  }

  /**
   * The texts that contain a word. Their names are relative to the folder of the kustomization. A
   * Component gets the resources of the kustomization that lists it. For a Component these are
   * therefore the texts of the whole build, if the folder of the build is known from a parent
   * process.
   */
  public static List<SpecInput> texts(Path folder, String word) {
    Kustomization listing = walk(folder, Path.of(""), word);
    if (listing.kind.equals("Component")) {
      for (Path root : CallerFolders.seenFrom(folder)) {
        Kustomization whole = walk(folder, root, word);
        if (whole.seen.containsAll(listing.seen)) {
          return whole.texts;
        }
      }
    }
    return listing.texts;
  }

  private static Kustomization walk(Path folder, Path root, String word) {
    Kustomization kustomization = new Kustomization(folder, word);
    kustomization.addFolder(root);
    return kustomization;
  }

  private void addFolder(Path name) {
    for (String file : NAMES) {
      Path kustomization = name.resolve(file);
      Optional<byte[]> bytes = read(kustomization);
      if (bytes.isPresent()) {
        SpecReader reader = SpecReader.ofManifests(new Diagnostics());
        for (Document document : reader.read(file, bytes.get())) {
          if (document.root() instanceof Mapping root) {
            addListed(kustomization, root);
          }
        }
      }
    }
  }

  private void addListed(Path kustomization, Mapping root) {
    if (kind.isEmpty()) {
      kind = root.text("kind").orElse("Kustomization");
    }
    keep(kustomization.normalize().toString(), blocks(root));
    for (String field : FIELDS) {
      List<Tree> entries = root.list(field);
      for (int i = 0; i < entries.size(); i++) {
        Tree value = entries.get(i);
        String entry = value instanceof Scalar text && !text.isNull() ? text.text() : "";
        if (!isBlock(value)) {
          String place = kustomization.normalize() + " (" + field + "[" + i + "])";
          keep(place, entry.getBytes(StandardCharsets.UTF_8));
        }
        try {
          add(kustomization.resolveSibling(entry));
        } catch (InvalidPathException e) {
          // Inline text.
        }
      }
    }
  }

  private void add(Path name) {
    if (Files.isDirectory(folder.resolve(name))) {
      addFolder(name);
    } else {
      read(name).ifPresent(bytes -> keep(name.normalize().toString(), bytes));
    }
  }

  /** The content of a file, unless it was read before. */
  private Optional<byte[]> read(Path name) {
    Path file = folder.resolve(name);
    try {
      // Checked first, because reading a pipe would never end.
      boolean readable = Files.isRegularFile(file) && Files.size(file) <= FileBytes.LARGEST;
      return readable && seen.add(file.toRealPath())
          ? Optional.of(FileBytes.of(file))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void keep(String name, byte[] bytes) {
    // kustomize reads UTF-16 too.
    String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "");
    if (text.contains(word)) {
      texts.add(new SpecInput(name, bytes));
    }
  }

  /** Whether an entry is a block of text whose lines are in the file unchanged. */
  private static boolean isBlock(Tree entry) {
    return entry.isString() && entry.span().text().startsWith("|");
  }

  /**
   * The plugins that are inline in a kustomization as blocks of lines: its text with everything
   * else blank, so that lines and columns are those of the file.
   */
  private static byte[] blocks(Mapping root) {
    List<String> lines = root.file().text().lines().toList();
    String[] kept = new String[lines.size()];
    Arrays.fill(kept, "");
    for (String field : FIELDS) {
      for (Tree entry : root.list(field)) {
        if (entry instanceof Scalar block && isBlock(entry)) {
          int header = block.span().line();
          long length = block.text().lines().count();
          kept[header - 1] = SEPARATOR;
          for (int i = header; i < header + length; i++) {
            String line = lines.get(i);
            kept[i] = line.strip().equals(SEPARATOR) ? SEPARATOR : line;
          }
        }
      }
    }
    return String.join("\n", kept).getBytes(StandardCharsets.UTF_8);
  }
}
