package dev.fairlead.plan;

import java.util.List;

/** Does the steps of a plan on the model cluster, as the script does. */
final class ModelRun {
  /** How a run ended. */
  enum End {
    DONE,
    CUT,
    STOPPED
  }

  /** The run is cut off, as if somebody had pulled the plug. */
  private static final class Cut extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Something failed, so that the script stops. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stopped(String message) {
      super(message);
    }
  }

  private final ModelKubectl kubectl;
  private final Runnable invariant;
  private int left;
  private String reason = "";

  /** {@code calls} is the number of calls of kubectl after which the run is cut off. */
  ModelRun(ModelKubectl kubectl, int calls, Runnable invariant) {
    this.kubectl = kubectl;
    this.left = calls;
    this.invariant = invariant;
  }

  End run(ClusterPlan plan) {
    try {
      plan.steps().forEach(this::step);
      return End.DONE;
    } catch (Cut cut) {
      return End.CUT;
    } catch (Stopped stopped) {
      reason = stopped.getMessage();
      return End.STOPPED;
    }
  }

  /** Why it stopped. */
  String reason() {
    return reason;
  }

  private String call(Kubectl call) {
    if (left-- <= 0) {
      throw new Cut();
    }
    ModelKubectl.Result result = kubectl.run(call.words(), call.input());
    invariant.run();
    if (result.code() != 0) {
      throw new Stopped(call.words() + ": " + result.err());
    }
    return result.out();
  }

  private boolean holds(Condition.Is condition) {
    return call(Kubectl.get(condition)).equals(condition.value());
  }

  private void step(Step step) {
    boolean needed = step.onlyIf().isEmpty();
    for (Condition.Is condition : step.onlyIf()) {
      needed |= holds(condition);
    }
    if (!needed) {
      return;
    }
    for (Condition condition : step.requires()) {
      if (!isMet(condition)) {
        throw new Stopped(step.what() + " requires " + condition);
      }
    }
    step.actions().forEach(action -> call(Kubectl.of(action)));
    step.until().forEach(condition -> call(Kubectl.await(condition)));
  }

  private boolean isMet(Condition condition) {
    return condition.match(
        new Condition.Cases<>() {
          @Override
          public Boolean is(Condition.Is is) {
            return holds(is);
          }

          @Override
          public Boolean gone(Condition.Gone gone) {
            return call(Kubectl.get(gone)).isEmpty();
          }

          @Override
          public Boolean unused(Condition.Unused unused) {
            String claims = call(Kubectl.claimsOfPods(unused.claim().namespace()));
            return !List.of(claims.split(" ")).contains(unused.claim().name());
          }

          @Override
          public Boolean noPods(Condition.NoPods pods) {
            throw new AssertionError(pods);
          }

          @Override
          public Boolean rolledOut(Condition.RolledOut rolledOut) {
            throw new AssertionError(rolledOut);
          }
        });
  }
}
