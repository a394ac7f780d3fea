package dev.fairlead.plan;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** A plan for people: a line for each object, then the steps. */
public final class PlanText {
  private static final int VERDICT_WIDTH = 9;

  private final boolean color;
  private final Writer out;

  /** Colours are for terminals only. */
  public PlanText(boolean color, Writer out) {
    this.color = color;
    this.out = out;
  }

  /** Prints the plan. Throws only if the output can't be written. */
  public void print(ClusterPlan plan) throws IOException {
    for (Line line : plan.lines()) {
      String verdict = line.verdict().toString();
      out.write(colored(verdict, code(line.verdict())));
      out.write(" ".repeat(VERDICT_WIDTH - verdict.length()));
      out.write(line.object().words() + ": " + line.reason() + "\n");
    }
    out.write(plan.lines().isEmpty() ? "" : "\n");
    if (plan.isBlocked()) {
      out.write(colored("Blocked", code(Verdict.BLOCKED)) + ": nothing is planned before this is");
      out.write(" solved.\n");
    } else if (plan.steps().isEmpty()) {
      out.write("Nothing to do.\n");
    } else {
      steps(plan.steps());
    }
  }

  private void steps(List<Step> steps) throws IOException {
    int width = Integer.toString(steps.size()).length();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      String number = Integer.toString(i + 1);
      lines.add(" ".repeat(width - number.length()) + number + ". " + steps.get(i).what());
      lines.add(" ".repeat(width + 2) + colored(steps.get(i).why(), "2"));
    }
    out.write(String.join("\n", lines) + "\n\n");
    out.write("The same command with --output sh prints these steps as a script.\n");
  }

  private static String code(Verdict verdict) {
    return switch (verdict) {
      case KEEP -> "2";
      case CREATE -> "32";
      case PATCH -> "36";
      case REPLACE -> "33";
      case BLOCKED -> "1;31";
    };
  }

  private String colored(String text, String code) {
    return color ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
  }
}
