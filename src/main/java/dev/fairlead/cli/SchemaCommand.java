package dev.fairlead.cli;

import dev.fairlead.editor.EditorSchema;
import java.io.IOException;
import java.util.List;

/** {@code fairlead schema}: prints the JSON Schema for editors. */
final class SchemaCommand implements Command {
  @Override
  public String name() {
    return "schema";
  }

  @Override
  public String help() {
    return """
    Usage: fairlead schema [OPTION]...

    Prints the JSON Schema of specs for editors. An editor with a YAML language server
    then completes fields, explains them and marks mistakes in the shape of a spec.

    Options:
      --help  print this text

    Example:
      fairlead schema >fairlead.schema.json
    """;
  }

  @Override
  public ExitCode run(List<String> args, Console console) throws UsageException, IOException {
    Arguments arguments = Arguments.parse(new Options().addOption(Arguments.flag("help")), args);
    if (!arguments.files().isEmpty()) {
      throw new UsageException("schema takes no arguments");
    }
    Main.print(arguments.has("help") ? help() : EditorSchema.text(), console);
    return ExitCode.OK;
  }
}
