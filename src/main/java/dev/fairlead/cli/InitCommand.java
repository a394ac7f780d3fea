package dev.fairlead.cli;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.driver.Driver;
import dev.fairlead.driver.Drivers;
import dev.fairlead.driver.Storage;
import dev.fairlead.folder.WholeFile;
import dev.fairlead.model.SourceType;
import dev.fairlead.starter.DriverSource;
import dev.fairlead.starter.PlainSource;
import dev.fairlead.starter.Starter;
import dev.fairlead.starter.StarterSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code fairlead init}: writes a commented spec to begin with, never over a file. */
final class InitCommand implements Command {
  private static final String FROM = "from";
  private static final String FILE = "storage.fairlead.yaml";

  @Override
  public String name() {
    return "init";
  }

  @Override
  public String help() {
    return """
    Usage: fairlead init [OPTION]... [FILE]

    Writes a commented spec to begin with to FILE, or to storage.fairlead.yaml; with -, it
    prints the spec. A file that exists stays as it is. Without --from, the spec is an
    example that renders as it is. With --from, it has blanks for what only you know, and
    check reports each one until you fill it in.

    Options:
      --from DRIVER|nfs|local|hostPath
              the source of the volume: a known CSI driver, by its name or a clear part
              of it, or a source that needs no driver
      --help  print this text

    Exit code: 0 written, 2 the file exists or can't be written, or no such source.

    Example:
      fairlead init --from ebs shop.fairlead.yaml
    """;
  }

  @Override
  public ExitCode run(List<String> args, Console console) throws UsageException, IOException {
    Options options =
        new Options().addOption(Arguments.text(FROM)).addOption(Arguments.flag("help"));
    Arguments arguments = Arguments.parse(options, args);
    if (arguments.has("help")) {
      Main.print(help(), console);
      return ExitCode.OK;
    }
    if (arguments.files().size() > 1) {
      throw new UsageException("name one file");
    }
    StarterSource source =
        arguments.has(FROM) ? source(arguments.value(FROM).orElseThrow()) : PlainSource.EXAMPLE;
    String file = arguments.files().isEmpty() ? FILE : arguments.files().get(0);
    if (file.equals("-")) {
      Main.print(Starter.of(FILE, name(FILE), source), console);
      return ExitCode.OK;
    }
    String text = Starter.of(Path.of(file).getFileName().toString(), name(file), source);
    write(file, text);
    console.say(told(file, text));
    return ExitCode.OK;
  }

  /** The name of a spec, from that of its file. */
  private static String name(String file) throws UsageException {
    String whole = String.valueOf(Path.of(file).getFileName());
    String name = whole.replaceFirst("\\.fairlead\\.ya?ml$", "");
    if (name.isEmpty() || name.equals(whole)) {
      throw new UsageException(
          quote(file)
              + " does not end in .fairlead.yaml, by which a folder's specs are found; write "
              + quote(file.replaceFirst("(\\.ya?ml|/+)?$", "") + ".fairlead.yaml"));
    }
    return name.matches("[a-z]([-a-z0-9]{0,61}[a-z0-9])?") ? name : "storage";
  }

  private static void write(String file, String text) throws UsageException, IOException {
    Path path = Path.of(file).toAbsolutePath();
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new UsageException(quote(file) + " exists already; name another file, or - to print");
    }
    if (!Files.isDirectory(path.getParent())) {
      throw new UsageException(quote(file) + " can't be written: its folder does not exist");
    }
    WholeFile.at(path.getParent().toRealPath().resolve(path.getFileName()))
        .create(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String told(String file, String text) {
    int blanks = text.split("# fill in: ", -1).length - 1;
    return "wrote "
        + file
        + (blanks == 0
            ? "; see fairlead render " + file
            : "; fill in its " + blanks + " blanks, then run fairlead check " + file);
  }

  private static StarterSource source(String word) throws UsageException {
    Optional<PlainSource> plain = PlainSource.of(word);
    if (plain.isPresent()) {
      return plain.get();
    }
    String name = driverName(word);
    Driver driver = Drivers.of(name).orElseThrow();
    if (driver.storage() == Storage.INLINE) {
      throw new UsageException(
          quote(name) + " has no PersistentVolumes: pods describe its volumes themselves");
    }
    return new DriverSource(name, driver);
  }

  private static String driverName(String word) throws UsageException {
    if (Drivers.of(word).isPresent()) {
      return word;
    }
    List<String> found = Drivers.with(word);
    if (found.size() == 1) {
      return found.get(0);
    }
    String problem = "--from is " + quote(word) + ", which ";
    if (found.size() > 1) {
      throw new UsageException(problem + "may be any of " + String.join(", ", found));
    }
    Optional<String> successor = SourceType.of(word).flatMap(SourceType::csiDriver);
    Optional<String> meant = successor.or(() -> Drivers.meant(word));
    String end =
        meant.isPresent()
            ? Nearest.question(meant)
            : "; accepted: nfs, local, hostPath or a known driver, such as ebs.csi.aws.com";
    throw new UsageException(problem + "is no known driver" + end);
  }
}
