package dev.fairlead.input;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Finds the files below a folder. A part of it that can't be read hides no others. */
final class FolderFiles extends SimpleFileVisitor<Path> {
  private final Path folder;
  private final BiConsumer<Path, IOException> unreadable;
  private final List<Path> files = new ArrayList<>();

  private FolderFiles(Path folder, BiConsumer<Path, IOException> unreadable) {
    this.folder = folder;
    this.unreadable = unreadable;
  }

  /** All files below a folder, without those behind links. {@code unreadable} gets the failures. */
  static List<Path> below(Path folder, BiConsumer<Path, IOException> unreadable)
      throws IOException {
    FolderFiles visitor = new FolderFiles(folder, unreadable);
    Files.walkFileTree(folder, visitor);
    return visitor.files;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    files.add(file);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
    return postVisitDirectory(file, e);
  }

  @Override
  public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
    if (e != null && visited.equals(folder)) {
      throw e;
    }
    if (e != null) {
      unreadable.accept(visited, e);
    }
    return FileVisitResult.CONTINUE;
  }
}
