package dev.fairlead.lsp;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.explain.Topics;
import dev.fairlead.tree.Document;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DocumentLink;

/**
 * Explanations of codes as files, which every editor can open. They are written when somebody asks
 * for one, to a temporary folder that is deleted at the end.
 */
final class ExplainedCodes implements AutoCloseable {
  /** The command that opens the explanation of a code. */
  static final String COMMAND = "fairlead.explain";

  private Optional<Path> folder = Optional.empty();

  /** The URI of the explanation of a code. */
  synchronized String uri(Code code) {
    try {
      if (folder.isEmpty()) {
        folder = Optional.of(Files.createTempDirectory("fairlead-explain"));
      }
      Path file = folder.get().resolve(code.slug() + ".md");
      Files.writeString(file, Topics.codeMarkdown(code));
      return file.toUri().toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Links on the codes under {@code ignore}. Their targets are made when they are followed. */
  static List<DocumentLink> links(List<Document> documents) {
    List<DocumentLink> links = new ArrayList<>();
    for (Document document : documents) {
      for (Spot spot : Spot.all(document)) {
        if (!spot.isKey() && spot.key(0).equals("ignore") && Code.of(spot.text()).isPresent()) {
          DocumentLink link = new DocumentLink(Places.range(spot.span()));
          link.setData(spot.text());
          link.setTooltip("Explain " + spot.text());
          links.add(link);
        }
      }
    }
    return links;
  }

  @Override
  public synchronized void close() {
    if (folder.isEmpty()) {
      return;
    }
    try (var files = Files.list(folder.get())) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder.get());
    } catch (IOException e) {
      // The system empties its temporary folder.
      folder = Optional.empty();
    }
  }
}
