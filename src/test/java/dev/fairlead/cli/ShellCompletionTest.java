package dev.fairlead.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fairlead.testing.External;
import dev.fairlead.testing.Installed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Types lines with Tabs into the real shells, and looks at the words that fairlead gets. */
class ShellCompletionTest {
  /** Starts a shell in a terminal of its own, and types each line after a prompt. */
  private static final String TYPIST =
      """
      import os, pty, select, sys
      lines, command = sys.argv[1].split("\\n"), sys.argv[2:]
      pid, terminal = pty.fork()
      if pid == 0:
          os.execvp(command[0], command)
      seen = b""
      for count, line in enumerate(lines + ["exit"], 1):
          while seen.count(b"READY>") < count:
              if not select.select([terminal], [], [], 60)[0]:
                  sys.exit("no prompt: " + seen.decode())
              seen += os.read(terminal, 4096)
          # The shell draws its prompt again after a completion.
          seen = b"READY>" * count
          os.write(terminal, (line + "\\r").encode())
      os.waitpid(pid, 0)
      """;

  /** How each shell is started, so that it reads only the configuration of the test. */
  private static final Map<String, List<String>> SHELLS =
      Map.of(
          "bash", List.of("bash", "--rcfile", "../.bashrc", "-i"),
          "zsh", List.of("zsh", "--no-global-rcs", "-i"),
          "fish", List.of("fish", "-i"));

  private static final Map<String, String> CONFIGURATIONS =
      Map.of(
          ".bashrc",
          """
          PS1='READY> '
          source <(fairlead completion bash)
          """,
          ".zshrc",
          """
          PS1='READY> '
          autoload -U compinit; compinit -u -D
          source <(fairlead completion zsh)
          """,
          ".config/fish/config.fish",
          """
          function fish_prompt; echo -n 'READY> '; end
          fairlead completion fish | source
          """);

  @TempDir Path folder;

  @BeforeEach
  void install() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Installed.in(real);
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path command =
        Files.writeString(
            bin.resolve("fairlead"),
            """
            #!/bin/sh
            case $1 in
              __complete | completion) exec '%s' "$@" ;;
              *) printf '<%%s>' "$@" >>'%s'; echo >>'%s' ;;
            esac
            """
                .formatted(real.resolve("fairlead"), folder.resolve("log"), folder.resolve("log")));
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (Map.Entry<String, String> file : CONFIGURATIONS.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    Path work = Files.createDirectory(folder.resolve("work"));
    Files.createDirectory(work.resolve("specs"));
    for (String file : List.of("my shop.fairlead.yaml", "notes.txt", "live.json", "specs/a.yml")) {
      Files.writeString(work.resolve(file), "");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void tabCompletes(String shell) throws IOException {
    External.require(shell);
    External.require("python3");
    Map<String, String> expected =
        Map.ofEntries(
            Map.entry("fairlead che\t", "<check>"),
            Map.entry("fairlead check --repo\tsar\t", "<check><--report><sarif>"),
            Map.entry("fairlead check --report=sar\t", "<check><--report=sarif>"),
            Map.entry("fairlead check my\t", "<check><my shop.fairlead.yaml>"),
            Map.entry("fairlead check spe\t", "<check><specs/>"),
            Map.entry("fairlead check no\t", "<check><no>"),
            Map.entry(
                "fairlead plan my\t--live li\t",
                "<plan><my shop.fairlead.yaml><--live><live.json>"),
            Map.entry("fairlead verify specs/a\t", "<verify><specs/a.yml>"),
            Map.entry("fairlead render --output-dir spe\t", "<render><--output-dir><specs/>"),
            Map.entry("fairlead explain volumes.res\t", "<explain><volumes.reserve>"),
            Map.entry("fairlead explain pair-m\t", "<explain><pair-mismatch>"),
            Map.entry("fairlead init --from ebs\t", "<init><--from><ebs.csi.aws.com>"),
            Map.entry("fairlead check --kubernetes 1.36\t", "<check><--kubernetes><1.36>"));
    List<String> lines = new ArrayList<>(expected.keySet());
    lines.sort(null);
    List<String> command = new ArrayList<>(List.of("python3", "-c", TYPIST));
    command.add(String.join("\n", lines));
    command.addAll(SHELLS.get(shell));
    Map<String, String> environment =
        Map.of(
            "PATH",
            folder.resolve("bin") + ":" + System.getenv("PATH"),
            "PS1",
            "READY> ",
            "HOME",
            folder.toString(),
            "TERM",
            "dumb");
    External.Result result = External.run(folder.resolve("work"), environment, command);
    assertEquals(0, result.code(), result.err());
    // zsh takes the slash behind a folder away again.
    String words = String.join("\n", lines.stream().map(expected::get).toList());
    assertEquals(
        shell.equals("zsh") ? words.replace("/>", ">") : words,
        Files.readString(folder.resolve("log")).strip());
  }
}
