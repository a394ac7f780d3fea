package dev.fairlead.plan;

import dev.fairlead.diagnostic.ShellWords;

/**
 * A plan as a script for {@code /bin/sh}. It needs kubectl alone, stops at the first failure, and
 * goes on where it stopped when it is run again.
 */
public final class ShellScript {
  private final StringBuilder script = new StringBuilder();
  private final int steps;
  private int number;
  private String indent = "";

  private ShellScript(int steps) {
    this.steps = steps;
  }

  /** The script of a plan that is not blocked. */
  public static String of(ClusterPlan plan) {
    ShellScript script = new ShellScript(plan.steps().size());
    script.head(plan);
    plan.steps().forEach(script::step);
    script.say(plan.steps().isEmpty() ? "nothing to do" : "done");
    return script.script.toString();
  }

  private void head(ClusterPlan plan) {
    script.append("#!/bin/sh\n");
    script.append(
        "# From fairlead plan. Needs kubectl, and stops at the first failure: run it again,\n"
            + "# and it goes on where it stopped. If the cluster has changed since the dump,\n"
            + "# make a new plan.\n#\n");
    for (Line line : plan.lines()) {
      script.append(
          ShellText.comment(line.verdict() + " " + line.object().words() + ": " + line.reason()));
    }
    script.append("set -eu\n");
  }

  private void say(String text) {
    script.append("\nprintf '%s\\n' ").append(ShellText.quoted(text)).append('\n');
  }

  private void step(Step step) {
    number++;
    say(number + "/" + steps + " " + step.what());
    script.append(ShellText.comment(step.why()));
    if (step.onlyIf().isEmpty()) {
      body(step);
      return;
    }
    if (step.onlyIf().size() == 1) {
      ask(step.onlyIf().get(0));
      line("if " + equal(step.onlyIf().get(0).value()) + "; then");
    } else {
      line("needed=");
      for (Condition.Is condition : step.onlyIf()) {
        ask(condition);
        line("if " + equal(condition.value()) + "; then needed=yes; fi");
      }
      line("if [ -n \"$needed\" ]; then");
    }
    indent = "  ";
    body(step);
    indent = "";
    line("fi");
  }

  private void line(String text) {
    script.append(indent).append(text).append('\n');
  }

  private void body(Step step) {
    step.requires().forEach(condition -> require(step, condition));
    for (Action action : step.actions()) {
      script.append(indent).append(ShellText.call(Kubectl.of(action)));
    }
    for (Condition condition : step.until()) {
      script.append(indent).append(ShellText.call(Kubectl.await(condition)));
    }
  }

  /** An assignment, because set -e stops at a kubectl that fails in it, but not in a test. */
  private void ask(Condition.Is condition) {
    ask(Kubectl.get(condition));
  }

  private void ask(Kubectl call) {
    line("is=$(kubectl " + ShellWords.join(call.words()) + ")");
  }

  private static String equal(String value) {
    return "[ \"$is\" = " + ShellText.quoted(value) + " ]";
  }

  private void require(Step step, Condition condition) {
    condition.match(
        new Condition.Cases<Void>() {
          @Override
          public Void is(Condition.Is is) {
            ask(is);
            unless(equal(is.value()), is.object().words() + " has changed since the dump");
            return null;
          }

          @Override
          public Void gone(Condition.Gone gone) {
            ask(Kubectl.get(gone));
            unless(equal(""), gone.object().words() + " is there again");
            return null;
          }

          @Override
          public Void unused(Condition.Unused unused) {
            ask(Kubectl.claimsOfPods(unused.claim().namespace()));
            line("case \"$is\" in");
            line("  *' '" + ShellText.quoted(unused.claim().name()) + "' '*)");
            stop("    ", "a pod mounts " + ObjectRef.claim(unused.claim()).words());
            line("    ;;");
            line("esac");
            return null;
          }

          @Override
          public Void noPods(Condition.NoPods pods) {
            throw new IllegalArgumentException("only to wait for: " + pods);
          }

          @Override
          public Void rolledOut(Condition.RolledOut rolledOut) {
            throw new IllegalArgumentException("only to wait for: " + rolledOut);
          }
        });
  }

  private void unless(String test, String problem) {
    line("if ! " + test + "; then");
    stop("  ", problem);
    line("fi");
  }

  private void stop(String deeper, String problem) {
    String text = "step " + number + ": " + problem + "; make a new plan";
    line(deeper + "printf '%s\\n' " + ShellText.quoted(text) + " >&2");
    line(deeper + "exit 1");
  }
}
