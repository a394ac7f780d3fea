package dev.fairlead.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * {@code fairlead kustomize-config}: prints the configuration of kustomize for volumes and specs.
 */
final class KustomizeConfigCommand implements Command {
  @Override
  public String name() {
    return "kustomize-config";
  }

  @Override
  public String help() {
    return """
    Usage: fairlead kustomize-config [OPTION]...

    Prints the configuration that kustomize needs in a layer with namePrefix, nameSuffix
    or namespace. With it, kustomize also renames a claim in the volume that is bound to
    it. The folder kustomize/ of the repository contains it as a Component.

    Options:
      --merge-keys   print the schema that lets overlays patch one volume, claim,
                     workload or container of a spec by its name
      --help         print this text

    Example:
      fairlead kustomize-config >name-reference.yaml
      fairlead kustomize-config --merge-keys >merge-keys.json

      # kustomization.yaml
      configurations: [name-reference.yaml]
      openapi: {path: merge-keys.json}
    """;
  }

  @Override
  public ExitCode run(List<String> args, Console console) throws UsageException, IOException {
    Options options =
        new Options().addOption(Arguments.flag("merge-keys")).addOption(Arguments.flag("help"));
    Arguments arguments = Arguments.parse(options, args);
    if (!arguments.files().isEmpty()) {
      throw new UsageException("kustomize-config takes no arguments");
    }
    if (arguments.has("help")) {
      Main.print(help(), console);
    } else {
      String file = arguments.has("merge-keys") ? "merge-keys.json" : "name-reference.yaml";
      Main.print(resource("/kustomize/" + file), console);
    }
    return ExitCode.OK;
  }

  /** The text of a resource of the program. */
  static String resource(String path) throws IOException {
    try (InputStream in = KustomizeConfigCommand.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
