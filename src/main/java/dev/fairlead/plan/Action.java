package dev.fairlead.plan;

/** One change of the cluster. */
public sealed interface Action {
  /** What to do with each kind of action. */
  interface Cases<T> {
    /** An object is changed. */
    T patch(Patch action);

    /** A new object is made. */
    T create(Create action);

    /** An object is made, or changed to what a manifest says. */
    T apply(Apply action);

    /** An object is deleted. */
    T delete(Delete action);
  }

  /** What the case for this kind of action returns. */
  <T> T match(Cases<T> cases);

  /** How a patch is written. */
  enum PatchType {
    MERGE("merge"),
    JSON("json");

    private final String word;

    PatchType(String word) {
      this.word = word;
    }

    /** The word of {@code kubectl patch --type}. */
    @Override
    public String toString() {
      return word;
    }
  }

  /** Changes some fields. {@code body} is JSON. */
  record Patch(ObjectRef object, PatchType type, String body) implements Action {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.patch(this);
    }
  }

  /** Makes a new object; fails if there is one. {@code manifest} is YAML. */
  record Create(ObjectRef object, String manifest) implements Action {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.create(this);
    }
  }

  /** Makes an object, or changes what the manifest says of it. */
  record Apply(ObjectRef object, String manifest) implements Action {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.apply(this);
    }
  }

  /** Deletes a volume or claim, but only the one with this uid. */
  record Delete(ObjectRef object, String uid) implements Action {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.delete(this);
    }
  }
}
