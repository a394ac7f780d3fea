package dev.fairlead.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;

/** Names of files as inputs have them, with slashes. */
final class FileNames {
  private FileNames() {}

  /** The folder of a file, which ends in a slash. Empty if its name has none. */
  static String folder(String name) {
    return name.substring(0, name.lastIndexOf('/') + 1);
  }

  /** The name without its folder. */
  static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** The name of a file that another one names. */
  static String resolve(String name, String path) {
    return path.startsWith("/") ? normal(path) : normal(folder(name) + path);
  }

  /** A name without {@code .} and {@code ..}. */
  static String normal(String name) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : name.split("/")) {
      boolean up = part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..");
      if (up) {
        parts.removeLast();
      } else if (!part.equals(".") && !part.isEmpty()) {
        parts.addLast(part);
      }
    }
    return (name.startsWith("/") ? "/" : "") + String.join("/", parts);
  }
}
