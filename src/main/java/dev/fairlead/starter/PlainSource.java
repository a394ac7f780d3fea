package dev.fairlead.starter;

import java.util.Optional;

/** The sources that need no driver. */
public enum PlainSource implements StarterSource {
  /** A share with every value filled in. */
  EXAMPLE(
      "",
      """
          storage: 10Gi                   # its size
          accessModes: [ReadWriteMany]    # or ReadWriteOnce, ReadOnlyMany
          nfs:
            server: nfs.example.com       # put your server here
            path: /exports/data
      """),
  NFS(
      "nfs",
      """
          storage:                        # fill in: its size, such as 10Gi
          accessModes: [ReadWriteMany]    # or ReadWriteOnce, ReadOnlyMany
          nfs:
            server:                       # fill in: the name or address of the server, such as nfs.example.com
            path:                         # fill in: the path that the server exports, such as /exports/data
      """),
  LOCAL(
      "local",
      """
          storage:                        # fill in: its size, such as 10Gi
          accessModes: [ReadWriteOnce]
          local:
            path:                         # fill in: where the disk is mounted on the node, such as /mnt/disks/data
          topology:
            kubernetes.io/hostname:       # fill in: the node that has the disk, such as node-1
      """),
  HOST_PATH(
      "hostPath",
      """
          storage:                        # fill in: its size, such as 10Gi
          accessModes: [ReadWriteOnce]
          hostPath:
            path:                         # fill in: a folder of the node, such as /srv/data
            type: DirectoryOrCreate       # or Directory: the folder must be there
          topology:
            kubernetes.io/hostname:       # fill in: the node that has the folder, such as node-1
      """);

  private final String word;
  private final String lines;

  PlainSource(String word, String lines) {
    this.word = word;
    this.lines = lines;
  }

  /** The source with this name. */
  public static Optional<PlainSource> of(String word) {
    for (PlainSource source : values()) {
      if (source != EXAMPLE && source.word.equalsIgnoreCase(word)) {
        return Optional.of(source);
      }
    }
    return Optional.empty();
  }

  @Override
  public String lines() {
    return lines;
  }
}
