package dev.fairlead.fuzz;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.live.Dump;
import dev.fairlead.live.LiveKind;
import dev.fairlead.model.Plan;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.pipeline.Transpiler;
import dev.fairlead.plan.ClusterPlan;
import dev.fairlead.plan.PlanJson;
import dev.fairlead.plan.PlanText;
import dev.fairlead.plan.Planner;
import dev.fairlead.plan.ShellScript;
import dev.fairlead.render.Templates;
import dev.fairlead.wiring.ExistingWorkloads;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * The plan from a dump to a spec. The dump is what follows {@link #LIVE}; without that line it is
 * what the spec renders to.
 */
public final class PlanTarget {
  static final String LIVE = "# live\n";

  private static final Transpiler TRANSPILER = new Transpiler();
  private static final Planner PLANNER = new Planner(Templates.load());

  /** The scripts that a shell has read. A shell takes longer than everything else. */
  private static final Set<Integer> SEEN = new HashSet<>();

  private PlanTarget() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    int live = text.indexOf(LIVE);
    byte[] spec = text.substring(0, Math.max(live, 0)).getBytes(StandardCharsets.UTF_8);
    byte[] dump = text.substring(Math.max(live, 0)).getBytes(StandardCharsets.UTF_8);
    if (live < 0) {
      spec = data;
      dump = PipelineTarget.rendered(data, false).orElse("").getBytes(StandardCharsets.UTF_8);
    }
    byte[] wanted = spec;
    byte[] there = dump;
    if (specs(wanted).isEmpty()) {
      return;
    }
    Optional<List<String>> printed = Oracles.isTheSameTwice(() -> printed(wanted, there));
    printed.ifPresent(texts -> isJson(texts.get(1)));
    printed.filter(texts -> texts.size() > 2).ifPresent(texts -> isScript(texts.get(2)));
  }

  private static Optional<Plan> specs(byte[] data) {
    Diagnostics diagnostics = new Diagnostics();
    Plan plan =
        TRANSPILER.transpile(
            List.of(new SpecInput("a.fairlead.yaml", data)),
            ExistingWorkloads.unknown(),
            diagnostics);
    return diagnostics.hasErrors() ? Optional.empty() : Optional.of(plan);
  }

  /** The plan as text and JSON, and as a script unless it is blocked. */
  private static Optional<List<String>> printed(byte[] spec, byte[] live) {
    Diagnostics diagnostics = new Diagnostics();
    Dump dump = DoctorTarget.dump(live, EnumSet.allOf(LiveKind.class), diagnostics);
    Oracles.placesAreInTheirFiles(diagnostics.sorted());
    if (diagnostics.hasErrors()) {
      return Optional.empty();
    }
    ClusterPlan plan = PLANNER.plan(specs(spec).orElseThrow(), dump);
    StringWriter text = new StringWriter();
    StringWriter json = new StringWriter();
    try {
      new PlanText(false, text).print(plan);
      PlanJson.print(plan, List.of(), "1", json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    isVisible(text.toString());
    return Optional.of(
        plan.isBlocked()
            ? List.of(text.toString(), json.toString())
            : List.of(text.toString(), json.toString(), ShellScript.of(plan)));
  }

  static void isVisible(String text) {
    boolean visible = text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\t');
    Oracles.hold(visible, "a plan has a control character");
  }

  static void isJson(String json) {
    JsonMapper.shared().readTree(json);
  }

  /** A shell can read the script, without running it. */
  static void isScript(String script) {
    if (SEEN.size() > 10_000 || !SEEN.add(Arrays.hashCode(script.toCharArray()))) {
      return;
    }
    try {
      Process shell =
          new ProcessBuilder("sh", "-n")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (OutputStream in = shell.getOutputStream()) {
        in.write(script.getBytes(StandardCharsets.UTF_8));
      }
      Oracles.hold(shell.waitFor() == 0, "the shell can't read\n" + script);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
