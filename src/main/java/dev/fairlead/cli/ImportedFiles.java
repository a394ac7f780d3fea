package dev.fairlead.cli;

import dev.fairlead.adopt.Importer;
import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.folder.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The files of {@code import --output-dir}: all of them or, if one is in the way, none. */
record ImportedFiles(Optional<String> folder, boolean force) {
  static final String FOLDER = "output-dir";
  static final String FORCE = "force";

  static ImportedFiles of(Arguments arguments) throws UsageException {
    if (arguments.has(FOLDER) && arguments.value(FOLDER).orElse("").isEmpty()) {
      throw new UsageException("--output-dir needs the name of a folder");
    }
    if (arguments.has(FORCE) && !arguments.has(FOLDER)) {
      throw new UsageException("--force needs --output-dir DIR");
    }
    return new ImportedFiles(arguments.value(FOLDER), arguments.has(FORCE));
  }

  /** Whether files are to be written. */
  boolean wanted() {
    return folder.isPresent();
  }

  /** Reports files that differ. */
  void check(List<Importer.Written> documents, Diagnostics diagnostics) throws IOException {
    for (Importer.Written document : documents) {
      Path file = path(document);
      if (!force && Files.exists(file) && !isSame(file, document)) {
        diagnostics.add(
            Code.FOREIGN_FILE,
            new SourceFile(file.toString(), "").whole(),
            "the file exists and differs from what import would write",
            "compare the two, then move it away or replace it with --force");
      }
    }
  }

  /** Writes the files and returns what to tell about them. */
  String write(List<Importer.Written> documents, Diagnostics diagnostics) throws IOException {
    boolean blocked =
        diagnostics.sorted().stream().anyMatch(finding -> finding.code() == Code.FOREIGN_FILE);
    StringBuilder told = new StringBuilder();
    if (blocked || documents.isEmpty()) {
      return "";
    }
    Files.createDirectories(Path.of(folder.orElseThrow()));
    for (Importer.Written document : documents) {
      Path file = path(document);
      if (!Files.exists(file) || !isSame(file, document)) {
        write(file, bytes(document));
        told.append("wrote ").append(file).append('\n');
      }
    }
    return told.toString();
  }

  private Path path(Importer.Written document) {
    return Path.of(folder.orElseThrow(), document.name() + ".fairlead.yaml");
  }

  private static boolean isSame(Path file, Importer.Written document) throws IOException {
    return Arrays.equals(Files.readAllBytes(file), bytes(document));
  }

  private static byte[] bytes(Importer.Written document) {
    return document.text().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Path real = file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
    if (Files.exists(real)) {
      WholeFile.at(real.toRealPath()).replace(Files.readAllBytes(real), bytes);
    } else {
      WholeFile.at(real).create(bytes);
    }
  }
}
