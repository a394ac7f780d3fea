package dev.fairlead.cli;

import static dev.fairlead.diagnostic.Quote.quote;
import static dev.fairlead.diagnostic.Quote.visible;

import dev.fairlead.diagnostic.Nearest;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code fairlead}: runs the command and returns its exit code. */
public final class Main {
  private static final List<Command> COMMANDS =
      List.of(
          new RenderCommand(),
          new CheckCommand(),
          new DoctorCommand(),
          new FixCommand(),
          new VerifyCommand(),
          new ImportCommand(),
          new PlanCommand(),
          new GraphCommand(),
          new InitCommand(),
          new ExplainCommand(),
          new LspCommand(),
          new SchemaCommand(),
          new KustomizeConfigCommand(),
          new ProtectPolicyCommand(),
          new CompletionCommand());

  private static final String HELP =
      """
      fairlead turns a short spec of disks that already exist into Kubernetes manifests
      that bind.

      Usage: fairlead COMMAND [OPTION]... [ARGUMENT]...

      Commands:
        render            print the manifests of specs
        check             report errors and warnings in specs
        doctor            report what is wrong with the volumes and claims of a cluster
        fix               fix clear mistakes in specs
        verify            report errors and warnings in finished manifests from any tool
        import            print the spec of volumes and claims that are there already
        plan              print the steps from a live cluster to what the specs say
        graph             draw volumes, claims and workloads, and what binds them
        init              write a commented spec to begin with
        explain           explain a field of the language, a finding or a driver
        lsp               serve an editor: findings as you type, completion, rename
        schema            print the JSON Schema for editors
        kustomize-config  print the configuration that kustomize needs for volumes
        protect-policy    print the admission policy that protects volumes and claims
        completion        print the script for completion in bash, zsh or fish

      Without a command, fairlead is a KRM function and reads a ResourceList from kustomize.

      fairlead COMMAND --help describes a command, fairlead --version prints the version.

      Example:
        fairlead render shop.fairlead.yaml | kubectl apply -f -
      """;

  private Main() {}

  /** Runs with the streams and environment of the process. */
  public static void main(String[] args) {
    // The launcher passes on which streams are terminals, because the JVM can't tell before version
    // 22.
    String terminals = System.getProperty("fairlead.terminals", "");
    Console console =
        new Console(
            // Buffered, because an unbuffered FileInputStream asks even a pipe for its length.
            new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            System.getenv(),
            terminals.contains("0"),
            terminals.contains("1"),
            terminals.contains("2"));
    int code = run(Arrays.asList(args), console);
    // Not System.exit: there are no shutdown hooks to wait for, and halt is faster.
    Runtime.getRuntime().halt(code);
  }

  /** Runs a command line and returns the exit code. Never throws for a mistake of the user. */
  public static int run(List<String> args, Console console) {
    try {
      return dispatch(args, console).number();
    } catch (UsageException e) {
      say(console, e.getMessage() + "\nTry \"fairlead " + helped(args) + "--help\".");
      return ExitCode.USAGE.number();
    } catch (IOException e) {
      if (isReaderGone(e)) {
        return ExitCode.READER_GONE.number();
      }
      say(console, "can't write the output: " + visible(String.valueOf(e.getMessage())));
      return ExitCode.USAGE.number();
    } catch (RuntimeException | Error bug) {
      PrintWriter err = console.errWriter();
      err.print(
          "fairlead "
              + version()
              + " has a bug; please report it at the project's issue tracker"
              + " with the input and these lines:\n");
      bug.printStackTrace(err);
      err.flush();
      return ExitCode.BUG.number();
    }
  }

  private static ExitCode dispatch(List<String> args, Console console)
      throws UsageException, IOException {
    if (args.isEmpty()) {
      return Plugin.function(console);
    }
    if (Plugin.isLegacy(args, console)) {
      return Plugin.legacy(args, console);
    }
    String word = args.get(0);
    switch (word) {
      case "--help", "-h", "help" -> {
        print(HELP, console);
        return ExitCode.OK;
      }
      case "--version" -> {
        print("fairlead " + version() + "\n", console);
        return ExitCode.OK;
      }
      case CompleteCommand.NAME -> {
        return CompleteCommand.run(args.subList(1, args.size()), HELP, COMMANDS, console);
      }
      default -> {
        return command(word).run(args.subList(1, args.size()), console);
      }
    }
  }

  private static Command command(String word) throws UsageException {
    for (Command command : COMMANDS) {
      if (command.name().equals(word)) {
        return command;
      }
    }
    if (word.startsWith("-")) {
      throw new UsageException("options come after the command: fairlead COMMAND " + word + " ...");
    }
    String end =
        switch (word) {
          case "version" -> "; did you mean \"--version\"?";
          case "lint", "validate" -> "; \"check\" is for specs, \"verify\" for manifests";
          case "build", "generate", "template" -> "; did you mean \"render\"?";
          default -> Nearest.question(word, commandNames());
        };
    throw new UsageException("unknown command " + quote(word) + end);
  }

  static List<String> commandNames() {
    return COMMANDS.stream().map(Command::name).toList();
  }

  /** The command whose help a mistake calls for, and a space; empty if it is none of ours. */
  private static String helped(List<String> args) {
    String word = args.isEmpty() ? "" : args.get(0);
    boolean known = COMMANDS.stream().anyMatch(command -> command.name().equals(word));
    return known ? word + " " : "";
  }

  /** Whether nobody reads the output any more, as behind {@code | head}, which is no mistake. */
  private static boolean isReaderGone(IOException e) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("broken pipe");
  }

  private static void say(Console console, String message) {
    PrintWriter err = console.errWriter();
    err.print("fairlead: " + message + "\n");
    err.flush();
  }

  static void print(String text, Console console) throws IOException {
    try (Writer out = console.outWriter()) {
      out.write(text);
    }
  }

  /** Code that writes to standard output. */
  interface Writing {
    void run() throws IOException;
  }

  /** Unwraps an I/O failure that a library has wrapped. */
  static void writing(Writing body) throws IOException {
    try {
      body.run();
    } catch (RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof IOException failure) {
          throw failure;
        }
      }
      throw e;
    }
  }

  static String version() {
    return VersionText.of("version");
  }
}
