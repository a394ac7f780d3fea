package dev.fairlead.testing;

import dev.fairlead.cli.Console;
import dev.fairlead.cli.Main;
import dev.fairlead.input.Kustomization;
import dev.fairlead.krm.KrmFunction;
import dev.fairlead.schema.SpecKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs command lines in this process. */
public final class Cli {
  private Cli() {}

  /** The result of a run. */
  public record Result(int code, String out, String err) {}

  public static Result run(String... args) {
    return run(List.of(args), "");
  }

  /** Runs a command on a case. {@code resources.yaml} in it contains existing workloads. */
  public static Result runCase(String command, Path folder, String... options) {
    List<String> args = new ArrayList<>(List.of(command));
    args.addAll(List.of(options));
    Path resources = folder.resolve("resources.yaml");
    if (Files.exists(resources)) {
      args.addAll(List.of("--resources", resources.toString()));
    }
    args.add(folder.toString());
    return run(args, "");
  }

  public static Result run(List<String> args, String stdin) {
    return run(args, stdin.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  public static Result run(List<String> args, byte[] stdin, Map<String, String> environment) {
    return run(args, stdin, environment, false);
  }

  public static Result run(
      List<String> args, byte[] stdin, Map<String, String> environment, boolean terminal) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(stdin), out, err, environment, terminal, terminal, terminal);
    int code = Main.run(args, console);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Runs the function on a ResourceList as if it were started in a folder. */
  public static Result function(String resourceList, Path folder) throws IOException {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    KrmFunction.Outcome outcome =
        new KrmFunction(() -> Kustomization.texts(folder, SpecKind.API_VERSION))
            .run(resourceList.getBytes(StandardCharsets.UTF_8), out, err);
    return new Result(outcome == KrmFunction.Outcome.DONE ? 0 : 1, out.toString(), err.toString());
  }
}
