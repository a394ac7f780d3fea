package dev.fairlead.folder;

/**
 * A file of a folder that is out of date. {@code path} is its name in messages. {@code before} is
 * empty for a new file, {@code after} for a removed one.
 */
public record Change(Type type, String name, String path, String before, String after) {
  /** What to do with the file. */
  public enum Type {
    CREATE("created", "the file is missing"),
    UPDATE("updated", "the file differs from what the specs render"),
    REMOVE("removed", "the specs no longer render this file");

    private final String done;
    private final String drift;

    Type(String done, String drift) {
      this.done = done;
      this.drift = drift;
    }

    /** What was done, in one word. */
    public String done() {
      return done;
    }

    /** The message as long as it has not been done. */
    public String drift() {
      return drift;
    }
  }
}
