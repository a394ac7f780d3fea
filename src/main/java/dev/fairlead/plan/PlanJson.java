package dev.fairlead.plan;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.report.Json;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plan for programs, in the form that schemas/plan.v1.schema.json describes. */
public final class PlanJson {
  /** The version of the form. Additions don't change it. */
  private static final int VERSION = 1;

  private PlanJson() {}

  /** Prints the plan and the findings about its objects. {@code fairlead} is the version. */
  public static void print(ClusterPlan plan, List<Diagnostic> findings, String fairlead, Writer out)
      throws IOException {
    Json.print(
        out,
        json -> {
          json.number("version", VERSION);
          json.text("fairlead", fairlead);
          json.bool("blocked", plan.isBlocked());
          json.objects("findings", findings, finding -> finding(json, finding));
          json.objects("objects", plan.lines(), line -> line(json, line));
          json.objects("steps", plan.steps(), step -> step(json, step));
        });
  }

  private static void finding(Json json, Diagnostic finding) {
    json.text("code", finding.code().slug());
    json.text("severity", finding.severity().word());
    json.text("message", finding.message());
    finding.hint().ifPresent(hint -> json.text("hint", hint));
  }

  private static void line(Json json, Line line) {
    json.text("verdict", line.verdict().toString());
    object(json, line.object());
    json.text("reason", line.reason());
  }

  private static void object(Json json, ObjectRef object) {
    json.text("kind", object.kind().toString());
    if (!object.namespace().isEmpty()) {
      json.text("namespace", object.namespace());
    }
    json.text("name", object.name());
  }

  private static void step(Json json, Step step) {
    json.text("purpose", step.purpose().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.object("object", () -> object(json, step.object()));
    json.text("what", step.what());
    json.text("why", step.why());
    json.objects("commands", commands(step), command -> command(json, command));
  }

  private static List<Kubectl> commands(Step step) {
    List<Kubectl> commands = new ArrayList<>();
    step.actions().forEach(action -> commands.add(Kubectl.of(action)));
    step.until().forEach(condition -> commands.add(Kubectl.await(condition)));
    return commands;
  }

  private static void command(Json json, Kubectl command) {
    List<String> words = new ArrayList<>(List.of("kubectl"));
    words.addAll(command.words());
    json.texts("command", words);
    if (!command.input().isEmpty()) {
      json.text("input", command.input());
    }
  }
}
