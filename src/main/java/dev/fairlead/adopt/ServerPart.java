package dev.fairlead.adopt;

import java.util.List;

/**
 * A part of an object that a cluster writes, not a user. A spec leaves it out.
 *
 * @param kinds the kinds of the objects; all kinds if it is empty
 * @param path the keys from the top; {@code []} stands for any item of a list, and a star at the
 *     end of a key for anything
 * @param value the value that it must have; null for any
 * @param when whether it also counts in manifests that a person wrote
 * @param why who writes it, for the documentation
 */
record ServerPart(List<String> kinds, List<String> path, String value, When when, String why) {
  /** In which objects a part is not the user's own. */
  enum When {
    /** In all. */
    ALWAYS,
    /** In objects from a cluster, unless kubectl apply has recorded that the user wrote it. */
    SAVED
  }

  static ServerPart always(String why, String... path) {
    return new ServerPart(List.of(), List.of(path), null, When.ALWAYS, why);
  }

  static ServerPart saved(String why, String... path) {
    return new ServerPart(List.of(), List.of(path), null, When.SAVED, why);
  }

  /** The same part of objects of one kind. */
  ServerPart of(String... kind) {
    return new ServerPart(List.of(kind), path, value, when, why);
  }

  /** The same part if it has this value. */
  ServerPart is(String text) {
    return new ServerPart(kinds, path, text, when, why);
  }

  boolean isOf(String kind) {
    return kinds.isEmpty() || kinds.contains(kind);
  }

  /** The path as in the documentation, such as {@code metadata.uid}. */
  String shown() {
    StringBuilder out = new StringBuilder();
    for (String key : path) {
      out.append(out.isEmpty() || key.equals("[]") ? "" : ".").append(key);
    }
    return out.toString();
  }
}
