package dev.fairlead.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that is written completely or not at all: a temporary file next to it is renamed. What the
 * file had stays: owner, group, mode and extended attributes. What can't stay is an error, and so
 * is a change that somebody else made since the file was read.
 *
 * @param path the file itself, not a link to it
 * @param temporary its name contains the process id, so that two calls don't write the same file
 */
public record WholeFile(Path path, Path temporary) {
  private static final Pattern TEMPORARY = Pattern.compile("\\.fairlead-(\\d{1,18})\\.tmp");

  /** Mode bits that a copy of the file must have too, and that writing may clear. */
  private static final int MODE = 07777;

  private static final int WRITABLE = 0600;

  /** The file at a path that has no symbolic links. Removes what killed calls left next to it. */
  public static WholeFile at(Path path) throws IOException {
    Path folder = Objects.requireNonNull(path.toAbsolutePath().getParent());
    removeLeftovers(folder);
    return in(folder, path.getFileName().toString());
  }

  /** A file of a folder. */
  static WholeFile in(Path folder, String name) {
    return new WholeFile(
        folder.resolve(name),
        folder.resolve(".fairlead-" + ProcessHandle.current().pid() + ".tmp"));
  }

  /** Writes a file that does not exist. */
  public void create(byte[] bytes) throws IOException {
    try {
      Files.write(temporary, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
      } else if (!has(bytes)) {
        throw changed();
      }
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Replaces the bytes of the file, which are {@code before} unless somebody changed them. */
  public void replace(byte[] before, byte[] bytes) throws IOException {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw changed();
    }
    if (!Integer.valueOf(1).equals(attribute(path, "nlink"))) {
      throw new IOException("it has more than one name (hard link): a new file would be another");
    }
    try {
      Files.copy(path, temporary, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
      int mode = (int) attribute(path, "mode") & MODE;
      setMode(mode | WRITABLE);
      Files.write(
          temporary,
          bytes,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE,
          LinkOption.NOFOLLOW_LINKS);
      setMode(mode);
      for (String kept : List.of("uid", "gid", "mode")) {
        if (!attribute(path, kept).equals(attribute(temporary, kept))) {
          throw new IOException("a new file could not keep its owner, group and mode");
        }
      }
      if (has(before)) {
        Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
      } else if (!has(bytes)) {
        throw changed();
      }
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Deletes the file, if its bytes are still {@code before}. */
  void delete(byte[] before) throws IOException {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      if (!has(before)) {
        throw changed();
      }
      Files.deleteIfExists(path);
    }
  }

  /** Whether the file reads like these bytes, which a call at the same time may have written. */
  private boolean has(byte[] bytes) throws IOException {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
        && text(Files.readAllBytes(path)).equals(text(bytes));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static Object attribute(Path path, String name) throws IOException {
    return Files.getAttribute(path, "unix:" + name, LinkOption.NOFOLLOW_LINKS);
  }

  private void setMode(int mode) throws IOException {
    Files.setAttribute(temporary, "unix:mode", mode, LinkOption.NOFOLLOW_LINKS);
  }

  private static IOException changed() {
    return new IOException("it was changed while fairlead ran: nothing was written, run it again");
  }

  /** Removes temporary files of calls that were killed. */
  static void removeLeftovers(Path folder) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, ".fairlead-*.tmp")) {
      for (Path entry : entries) {
        Matcher matcher = TEMPORARY.matcher(entry.getFileName().toString());
        if (matcher.matches() && !isAlive(matcher.group(1))) {
          Files.deleteIfExists(entry);
        }
      }
    }
  }

  private static boolean isAlive(String process) {
    long id = Long.parseLong(process);
    return id != ProcessHandle.current().pid() && ProcessHandle.of(id).isPresent();
  }
}
