package dev.fairlead.folder;

/**
 * One file of a folder that is not as it shall be. {@code path} is how messages name it; {@code
 * before} is empty for a file to be created, {@code after} for one to be removed.
 */
public record Change(Type type, String name, String path, String before, String after) {
  /** What has to be done to the file. */
  public enum Type {
    CREATE("created", "the file is missing"),
    UPDATE("updated", "the file is not what the specs make"),
    REMOVE("removed", "the specs don't make this file any more");

    private final String done;
    private final String drift;

    Type(String done, String drift) {
      this.done = done;
      this.drift = drift;
    }

    /** What was done, in a word. */
    public String done() {
      return done;
    }

    /** What is wrong as long as it has not been done. */
    public String drift() {
      return drift;
    }
  }
}
