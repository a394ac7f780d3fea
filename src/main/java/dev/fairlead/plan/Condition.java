package dev.fairlead.plan;

import dev.fairlead.model.ClaimRef;

/** Something that is true or not in the cluster. A step asks for it or waits for it. */
public sealed interface Condition {
  /** What to do with each kind of condition. */
  interface Cases<T> {
    /** Fields of an object have a value. */
    T is(Is condition);

    /** An object is not there. */
    T gone(Gone condition);

    /** No pod mounts a claim. */
    T unused(Unused condition);

    /** The pods with some labels are gone. */
    T noPods(NoPods condition);

    /** All pods of a workload are ready. */
    T rolledOut(RolledOut condition);
  }

  /** What the case for this kind of condition returns. */
  <T> T match(Cases<T> cases);

  /**
   * The template has the value: for an object that is not there, the empty one.
   *
   * @param template text and paths of kubectl's JSONPath, such as {@code {.metadata.uid}}
   */
  record Is(ObjectRef object, String template, String value) implements Condition {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.is(this);
    }
  }

  /** The object is not there. */
  record Gone(ObjectRef object) implements Condition {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.gone(this);
    }
  }

  /** No pod mounts the claim, not even one that has ended. */
  record Unused(ClaimRef claim) implements Condition {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.unused(this);
    }
  }

  /**
   * The pods with these labels are gone.
   *
   * @param selector in the form of kubectl's {@code --selector}
   */
  record NoPods(String namespace, String selector) implements Condition {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.noPods(this);
    }
  }

  /** All pods of a Deployment, StatefulSet or DaemonSet are the newest ones and ready. */
  record RolledOut(ObjectRef workload) implements Condition {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.rolledOut(this);
    }
  }
}
