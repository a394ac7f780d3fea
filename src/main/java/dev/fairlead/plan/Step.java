package dev.fairlead.plan;

import java.util.List;

/**
 * A step of a plan. It is safe to do it again.
 *
 * @param what what it does, as a sentence without a full stop
 * @param why why it is there
 * @param onlyIf the step is passed over if none of them holds; always done if there are none
 * @param requires what must hold before it; else everything stops
 * @param until what it waits for
 */
public record Step(
    Purpose purpose,
    ObjectRef object,
    String what,
    String why,
    List<Condition.Is> onlyIf,
    List<Condition> requires,
    List<Action> actions,
    List<Condition> until) {
  /** What a step is for, in the order in which a plan does them. */
  public enum Purpose {
    CHECK,
    PAUSE,
    RETAIN,
    SCALE_DOWN,
    DELETE_CLAIM,
    DELETE_VOLUME,
    RESERVE,
    CREATE_VOLUME,
    PATCH,
    CREATE_CLAIM,
    BOUND,
    FINISH,
    WORKLOAD,
    SCALE_UP,
    READY,
    RESUME
  }

  /** A step that is always done and asks for nothing. */
  static Step of(Purpose purpose, ObjectRef object, String what, String why, Action... actions) {
    return new Step(purpose, object, what, why, List.of(), List.of(), List.of(actions), List.of());
  }

  /** The same step, only if one of these holds. */
  Step onlyIf(Condition.Is... conditions) {
    return onlyIf(List.of(conditions));
  }

  /** The same step, only if one of these holds. */
  Step onlyIf(List<Condition.Is> conditions) {
    return new Step(purpose, object, what, why, List.copyOf(conditions), requires, actions, until);
  }

  /** The same step with what must hold before it. */
  Step requires(Condition... conditions) {
    return new Step(purpose, object, what, why, onlyIf, List.of(conditions), actions, until);
  }

  /** The same step with what it waits for. */
  Step until(Condition... conditions) {
    return new Step(purpose, object, what, why, onlyIf, requires, actions, List.of(conditions));
  }
}
