package dev.fairlead.adopt;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

/** An object as messages name it, such as {@code volume "data"}. */
final class ObjectName {
  private ObjectName() {}

  static String of(Found found) {
    String kind =
        switch (found.kind()) {
          case "PersistentVolume" -> "volume";
          case "PersistentVolumeClaim" -> "claim";
          default -> found.kind();
        };
    String name =
        found.namespace().isEmpty() ? found.name() : found.namespace() + "/" + found.name();
    return message("{} {}", plain(kind), name);
  }
}
