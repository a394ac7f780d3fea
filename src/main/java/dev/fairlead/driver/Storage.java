package dev.fairlead.driver;

import java.util.Locale;

/** The kind of storage behind the volumes of a driver. */
public enum Storage {
  /** A disk, which is attached to one node. */
  DISK,
  /** A file system on the network. */
  SHARE,
  /** A part of a node. */
  NODE,
  /** Disks and shares. */
  ANY,
  /** Only volumes that a pod describes itself, no PersistentVolumes. */
  INLINE;

  /** The storage with this name in the catalogue. */
  static Storage of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
