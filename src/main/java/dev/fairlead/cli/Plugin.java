package dev.fairlead.cli;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.input.FileBytes;
import dev.fairlead.input.Inputs;
import dev.fairlead.input.Kustomization;
import dev.fairlead.krm.KrmFunction;
import dev.fairlead.krm.LegacyPlugin;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.schema.SpecKind;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/** Calls from kustomize, which have no command. */
final class Plugin {
  private static final String LEGACY = "KUSTOMIZE_PLUGIN_CONFIG_STRING";

  private Plugin() {}

  /** A call without arguments: a KRM function, if standard input is a ResourceList. */
  static ExitCode function(Console console) throws UsageException, IOException {
    byte[] input = console.inIsTerminal() ? new byte[0] : input(console);
    if (input.length == 0) {
      throw new UsageException("no command");
    }
    try (Writer out = console.outWriter()) {
      return switch (new KrmFunction(Plugin::texts).run(input, out, console.errWriter())) {
        case DONE -> ExitCode.OK;
        case ERRORS -> ExitCode.ERRORS;
        case NO_RESOURCE_LIST ->
            throw new UsageException("no command, and standard input is not a ResourceList");
      };
    }
  }

  /**
   * Whether kustomize calls fairlead as a legacy exec plugin, with a config file as the argument.
   */
  static boolean isLegacy(List<String> args, Console console) {
    return console.environment().containsKey(LEGACY) && args.size() == 1;
  }

  static ExitCode legacy(List<String> args, Console console) throws UsageException, IOException {
    byte[] config;
    try {
      config = FileBytes.of(Path.of(args.get(0)));
    } catch (IOException e) {
      throw new UsageException(
          "can't read the plugin's config " + quote(args.get(0)) + ": " + Inputs.reason(e));
    }
    byte[] input = console.inIsTerminal() ? new byte[0] : input(console);
    try (Writer out = console.outWriter()) {
      boolean done = new LegacyPlugin(Plugin::texts).run(config, input, out, console.errWriter());
      return done ? ExitCode.OK : ExitCode.ERRORS;
    }
  }

  private static byte[] input(Console console) throws UsageException {
    try {
      return FileBytes.of(console.in());
    } catch (IOException e) {
      throw new UsageException("can't read standard input: " + Inputs.reason(e));
    }
  }

  /** kustomize runs its plugins in the folder of the kustomization that lists them. */
  private static List<SpecInput> texts() {
    return Kustomization.texts(Path.of(""), SpecKind.API_VERSION);
  }
}
