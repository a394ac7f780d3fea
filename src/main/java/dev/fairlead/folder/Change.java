package dev.fairlead.folder;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.manifest.ManifestLists;
import dev.fairlead.source.SpecReader;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.Mapping;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A file of a folder that is out of date. {@code path} is its name in messages. {@code before} is
 * empty for a new file, {@code after} for a removed one.
 */
public record Change(Type type, String name, String path, String before, String after) {
  /** The manifest in one of the texts. Empty if the text is not exactly one readable document. */
  Optional<Mapping> manifest(String text) {
    List<Document> documents =
        SpecReader.ofManifests(new Diagnostics())
            .read(path, text.getBytes(StandardCharsets.UTF_8))
            .stream()
            .flatMap(document -> ManifestLists.flatten(document).stream())
            .toList();
    return documents.size() == 1 && documents.get(0).root() instanceof Mapping manifest
        ? Optional.of(manifest)
        : Optional.empty();
  }

  /** What to do with the file. */
  public enum Type {
    CREATE("created", "the file is missing"),
    UPDATE("updated", "the file differs from what the specs render"),
    REMOVE("removed", "the specs no longer render this file");

    private final String done;
    private final String drift;

    Type(String done, String drift) {
      this.done = done;
      this.drift = drift;
    }

    /** What was done, in one word. */
    public String done() {
      return done;
    }

    /** The message as long as it has not been done. */
    public String drift() {
      return drift;
    }
  }
}
