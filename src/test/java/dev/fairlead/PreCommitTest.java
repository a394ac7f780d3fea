package dev.fairlead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.testing.External;
import dev.fairlead.testing.External.Result;
import dev.fairlead.testing.Recipes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The hooks, run by the real pre-commit from a repository made from this checkout, with the recipes
 * of docs/pre-commit.md. The first test builds the hooks of language "script".
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PreCommitTest {
  private static final String SPEC =
      """
      apiVersion: fairlead.dev/v1
      kind: Storage
      metadata: {name: %1$s}
      volumes:
        - {name: %1$s, storage: 1Gi, nfs: {server: nfs.example.com, path: /%1$s}}
      """;

  /** Isolates git from the user's configuration and from a hook that runs the tests. */
  private static final Map<String, String> NEUTRAL =
      Map.of("GIT_CONFIG_GLOBAL", "/dev/null", "GIT_DIR", "", "GIT_INDEX_FILE", "", "SKIP", "");

  @TempDir static Path temp;
  private static Path hooks;
  private static String revision;
  private static Map<String, String> recipes;

  /**
   * The folder with the fairlead for hooks of language "system". That fairlead counts its calls.
   */
  private static Path installed;

  private Path repository;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeAll
  static void publishHooks() throws IOException {
    External.require("pre-commit");
    External.require("git");
    External.require("mvn");
    recipes = Recipes.of(Path.of("docs", "pre-commit.md"));
    hooks = Files.createDirectory(temp.resolve("hooks"));
    Result files =
        External.run(
            Path.of("."), "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard");
    assertEquals(0, files.code(), files.err());
    for (String name : files.out().split("\0")) {
      // Skip the test data, which is large and not needed.
      if (!name.startsWith("testdata/") && Files.exists(Path.of(name))) {
        Path copy = hooks.resolve(name);
        Files.createDirectories(copy.getParent());
        Files.copy(Path.of(name), copy);
      }
    }
    initialize(hooks);
    External.run(hooks, NEUTRAL, List.of("git", "commit", "--quiet", "--message", "all"));
    revision = External.run(hooks, NEUTRAL, List.of("git", "rev-parse", "HEAD")).out().strip();
    assertEquals(40, revision.length());
    install();
  }

  private static void install() throws IOException {
    installed = Files.createDirectory(temp.resolve("installed"));
    Path script =
        Files.writeString(
            installed.resolve("fairlead"),
            """
            #!/bin/sh
            echo "$@" >>"$CALLS"
            LC_ALL=C.UTF-8 exec "%s/bin/java" -cp "%s" dev.fairlead.cli.Main "$@"
            """
                .formatted(System.getProperty("java.home"), System.getProperty("java.class.path")));
    assertTrue(script.toFile().setExecutable(true));
  }

  @BeforeEach
  void makeRepository(TestInfo test) throws IOException {
    repository = Files.createDirectory(temp.resolve(test.getTestMethod().orElseThrow().getName()));
    environment.put("PRE_COMMIT_HOME", temp.resolve("pre-commit's home").toString());
    environment.put("PATH", installed + ":" + System.getenv("PATH"));
    environment.put("CALLS", repository + ".calls");
    environment.putAll(NEUTRAL);
    initialize(repository);
  }

  private static void initialize(Path repository) {
    for (String[] command :
        new String[][] {
          {"git", "init", "--quiet"},
          {"git", "config", "user.name", "Test"},
          {"git", "config", "user.email", "test@example.com"},
          {"git", "add", "--all"}
        }) {
      Result result = External.run(repository, NEUTRAL, List.of(command));
      assertEquals(0, result.code(), result.err());
    }
  }

  private static String spec(String name) {
    return SPEC.formatted(name);
  }

  private void write(String name, String text) throws IOException {
    Path file = repository.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Uses a recipe as the configuration of the repository. */
  private void configure(String recipe) throws IOException {
    String text = recipes.get(recipe);
    write(
        ".pre-commit-config.yaml",
        text.replace("https://git.example.com/fairlead.git", hooks.toString())
            .replace("rev: v0.1.0", "rev: " + revision));
  }

  private Result run(String... command) {
    return External.run(repository, environment, List.of(command));
  }

  private void add() {
    assertEquals(0, run("git", "add", "--all").code());
  }

  /** Adds everything and runs the hooks over all files. */
  private Result runAll() {
    add();
    return run("pre-commit", "run", "--all-files");
  }

  private static void assertPassed(Result result, String... names) {
    assertEquals(0, result.code(), result.out() + result.err());
    for (String name : names) {
      assertTrue(result.out().matches("(?s).*" + name + "\\.+Passed.*"), result.out());
    }
  }

  private static void assertFailed(Result result, String... said) {
    String out = result.out() + result.err();
    assertEquals(1, result.code(), out);
    for (String part : said) {
      assertTrue(out.contains(part), out);
    }
  }

  private String read(String name) throws IOException {
    return Files.readString(repository.resolve(name));
  }

  @Test
  @Order(1)
  void firstRunBuildsLaterRunsDoNot() throws IOException {
    configure("check.yaml");
    write("specs/a.fairlead.yaml", spec("a"));
    assertPassed(runAll(), "fairlead check");
    Path mvn = Files.createDirectory(temp.resolve("no maven")).resolve("mvn");
    Files.writeString(mvn, "#!/bin/sh\necho 'Maven was asked' >&2\nexit 1\n");
    assertTrue(mvn.toFile().setExecutable(true));
    environment.put("PATH", mvn.getParent() + ":" + System.getenv("PATH"));
    assertPassed(runAll(), "fairlead check");
    assertTrue(Files.readAllLines(Path.of(".gitignore")).contains("/target/"));
  }

  @Test
  @Order(2)
  void aFailingRunSaysWhere() throws IOException {
    configure("check.yaml");
    write("specs/a.fairlead.yaml", spec("a").replace("storage:", "storag:"));
    write("b.fairlead.yml", spec("b").replace("1Gi", "1GB"));
    assertFailed(
        runAll(),
        "- exit code: 1",
        "\nspecs/a.fairlead.yaml:5:15: error: unknown key \"storag\"",
        "\nb.fairlead.yml:5:24: error: ");
    write("b.fairlead.yml", spec("b"));
    write("specs/a.fairlead.yaml", spec("a"));
    assertPassed(runAll(), "fairlead check");
  }

  @Test
  @Order(3)
  void aCommitIsJudgedWithAllSpecsThatGitTracks() throws IOException {
    configure("check.yaml");
    write("specs/a.fairlead.yaml", spec("same"));
    add();
    assertEquals(0, run("git", "commit", "--quiet", "--message", "a").code());
    assertEquals(0, run("pre-commit", "install").code());
    // Not in git, so not part of this commit.
    write("specs/draft.fairlead.yaml", "not: a spec");
    write(".gitignore", "node_modules/\n");
    write("node_modules/x/bad.fairlead.yaml", "not: a spec");
    write("specs/b.fairlead.yaml", spec("b"));
    assertEquals(0, run("git", "add", "specs/b.fairlead.yaml", ".gitignore").code());
    Result fine = run("git", "commit", "--message", "b");
    assertEquals(0, fine.code(), fine.err());
    assertTrue(fine.err().contains("Passed"), fine.err());
    // Only b is in the commit. The volume with the same name is in a.
    write("specs/b.fairlead.yaml", spec("same"));
    assertFailed(
        run("git", "commit", "--all", "--message", "c"),
        "specs/b.fairlead.yaml:5:12: error: volume \"same\" is defined twice");
    // The hook does not run for a commit without a spec.
    assertEquals(0, run("git", "checkout", "--quiet", "specs/b.fairlead.yaml").code());
    write("readme", "x");
    assertEquals(0, run("git", "add", "readme").code());
    Result other = run("git", "commit", "--message", "d");
    assertTrue(other.err().contains("Skipped"), other.err());
  }

  @Test
  @Order(4)
  void foldersAreNamedInArgs() throws IOException {
    configure("folders.yaml");
    write("testdata/bad.fairlead.yaml", "not: a spec");
    write("specs/a.fairlead.yaml", spec("a"));
    write("teams/payments/b.fairlead.yaml", spec("b"));
    assertPassed(runAll(), "fairlead check");
    // A warning, which --strict turns into an error.
    write("specs/a.fairlead.yaml", spec("a").replace("1Gi,", "1Gi, reclaimPolicy: Delete,"));
    assertFailed(runAll(), "[disk-not-retained]");
  }

  @Test
  @Order(5)
  void aFixingRunWritesFailsAndIsCleanOnceAdded() throws IOException {
    configure("render.yaml");
    write("specs/a.fairlead.yaml", spec("a"));
    assertEquals(0, run("pre-commit", "install").code());
    add();
    assertFailed(
        run("git", "commit", "--message", "first"),
        "fairlead render",
        "created deploy/storage/persistentvolume-a.yaml",
        "created deploy/storage/kustomization.yaml");
    // The new files would be missing from the commit.
    assertFailed(
        run("git", "commit", "--all", "--message", "first"),
        "deploy/storage/persistentvolume-a.yaml: error: ",
        "[untracked-file]",
        "git add deploy/storage");
    add();
    Result committed = run("git", "commit", "--message", "first");
    assertEquals(0, committed.code(), committed.err());
    String rendered = read("deploy/storage/persistentvolume-a.yaml");

    // Files were only changed, so adding tracked files is enough.
    write("specs/a.fairlead.yaml", spec("a").replace("path: /a", "path: /b"));
    assertFailed(
        run("git", "commit", "--all", "--message", "second"),
        "updated deploy/storage/persistentvolume-a.yaml",
        "[frozen-field]");
    assertEquals(
        rendered.replace("path: /a", "path: /b"), read("deploy/storage/persistentvolume-a.yaml"));
    Result second = run("git", "commit", "--all", "--message", "second");
    assertEquals(0, second.code(), second.err());

    // Deleting a spec removes its files.
    write("specs/b.fairlead.yaml", spec("b"));
    assertFailed(runAll(), "created deploy/storage/persistentvolume-b.yaml");
    assertPassed(runAll(), "fairlead render");
    assertEquals(0, run("git", "commit", "--quiet", "--message", "third").code());
    assertEquals(0, run("git", "rm", "--quiet", "specs/a.fairlead.yaml").code());
    assertFailed(
        run("git", "commit", "--message", "fourth"),
        "removed deploy/storage/persistentvolume-a.yaml");
    Result fourth = run("git", "commit", "--all", "--message", "fourth");
    assertEquals(0, fourth.code(), fourth.err());
    assertEquals("", run("git", "status", "--porcelain").out());
  }

  @Test
  @Order(6)
  void driftIsShownAndNothingWritten() throws IOException {
    configure("render.yaml");
    write("specs/a.fairlead.yaml", spec("a"));
    runAll();
    configure("drift.yaml");
    assertPassed(runAll(), "fairlead check", "fairlead drift");
    String file = "deploy/storage/persistentvolume-a.yaml";
    String byHand = read(file).replace("storage: 1Gi", "storage: 2Gi");
    write(file, byHand);
    assertFailed(
        runAll(),
        "--- a/" + file,
        "-    storage: 2Gi\n+    storage: 1Gi\n",
        "[drift]",
        "fairlead render --tracked --output-dir deploy/storage specs\n");
    assertEquals(byHand, read(file));
  }

  @Test
  @Order(7)
  void anInstalledFairleadIsTakenFromThePath() throws IOException {
    configure("system.yaml");
    write("specs/a.fairlead.yaml", spec("a"));
    assertFailed(runAll(), "created deploy/storage/persistentvolume-a.yaml");
    assertPassed(runAll(), "fairlead check", "fairlead render");
    List<String> calls = Files.readAllLines(Path.of(environment.get("CALLS")));
    assertEquals(
        List.of(
            "check --tracked .",
            "render --tracked --set-exit-if-changed --output-dir deploy/storage specs"),
        calls.subList(0, 2));
    assertEquals(4, calls.size());
  }

  /** The names are too long for pre-commit to pass them to one process. */
  @Test
  @Order(8)
  void oneProcessSeesAllSpecsHoweverMany() throws IOException {
    configure("system.yaml");
    String lists =
        """
          - repo: local
            hooks:
              - id: lists
                name: lists
                entry: sh -c 'echo list >>"$CALLS"' lists
                language: system
                files: fairlead
                require_serial: true
        """;
    write(".pre-commit-config.yaml", read(".pre-commit-config.yaml") + lists);
    int specs = 1000;
    for (int i = 0; i < specs; i++) {
      write("specs/" + "x".repeat(120) + i + ".fairlead.yaml", spec("v" + i));
    }
    // In the first and the last list, in any order.
    write("specs/a.fairlead.yaml", spec("same"));
    write("specs/z.fairlead.yaml", spec("same"));
    assertFailed(runAll(), "specs/z.fairlead.yaml:5:12: error: volume \"same\" is defined twice");
    List<String> calls = Files.readAllLines(Path.of(environment.get("CALLS")));
    assertTrue(calls.stream().filter("list"::equals).count() > 1, "the list was not split");
    assertEquals(1, calls.stream().filter(call -> call.startsWith("check")).count());
    assertEquals(1, calls.stream().filter(call -> call.startsWith("render")).count());
    assertFalse(Files.exists(repository.resolve("deploy")));

    Files.delete(repository.resolve("specs/z.fairlead.yaml"));
    assertFailed(runAll(), "created deploy/storage/persistentvolume-v999.yaml");
    try (Stream<Path> rendered = Files.list(repository.resolve("deploy/storage"))) {
      assertEquals(specs + 2, rendered.count());
    }
    assertPassed(runAll(), "fairlead check", "fairlead render");
  }

  @Test
  @Order(9)
  void namesWithBlanksAndLettersOfAnyKindWork() throws IOException {
    configure("drift.yaml");
    write(
        ".pre-commit-config.yaml",
        read(".pre-commit-config.yaml")
            .replace(
                "[--output-dir, deploy/storage, specs]",
                "[--output-dir, 'mein ördner', 'spécs [漢字]']")
            .replace("fairlead-drift", "fairlead-render"));
    environment.putAll(Map.of("LC_ALL", "C", "LANG", ""));
    String spec = "spécs [漢字]/mein größer spec.fairlead.yaml";
    write(spec, spec("a").replace("storage:", "größe:"));
    assertFailed(runAll(), spec + ":5:15: error: unknown key \"größe\"");
    write(spec, spec("a"));
    assertFailed(runAll(), "created mein ördner/persistentvolume-a.yaml");
    assertPassed(runAll(), "fairlead check", "fairlead render");
  }

  /** In a linked work tree, git sets variables for hooks that are wrong in any other folder. */
  @Test
  @Order(10)
  void commitsInALinkedWorkTreeWork() throws IOException {
    configure("render.yaml");
    write("specs/a.fairlead.yaml", spec("a"));
    runAll();
    assertPassed(runAll(), "fairlead render");
    assertEquals(0, run("pre-commit", "install").code());
    assertEquals(0, run("git", "commit", "--quiet", "--message", "first").code());
    Path other = temp.resolve("linked");
    assertEquals(0, run("git", "worktree", "add", "--quiet", other.toString()).code());
    repository = other;
    write("specs/b.fairlead.yaml", spec("b"));
    add();
    assertFailed(
        run("git", "commit", "--message", "second"),
        "created deploy/storage/persistentvolume-b.yaml");
    assertFailed(run("git", "commit", "--all", "--message", "second"), "[untracked-file]");
    add();
    Result second = run("git", "commit", "--message", "second");
    assertEquals(0, second.code(), second.err());
  }

  @Test
  @Order(11)
  void missingArgsAreReported() throws IOException {
    configure("render.yaml");
    write("specs/a.fairlead.yaml", spec("a"));
    write(
        ".pre-commit-config.yaml",
        read(".pre-commit-config.yaml").replaceFirst("(?m)^ +args: .*\n", ""));
    assertFailed(runAll(), "- exit code: 2", "--set-exit-if-changed needs --output-dir DIR");
  }

  @Test
  @Order(12)
  void typosAreFixed() throws IOException {
    configure("fix.yaml");
    String slip = spec("a").replace("storage:", "storag:");
    write("a b é.fairlead.yaml", slip.replace("1Gi", "1GB"));
    assertFailed(runAll(), "a b é.fairlead.yaml:5:15: storag -> storage", "is \"1GB\"");
    assertEquals(spec("a").replace("1Gi", "1GB"), read("a b é.fairlead.yaml"));
    write("a b é.fairlead.yaml", slip);
    assertFailed(runAll(), "fairlead: changed 1 place; no errors or warnings remain");
    assertEquals(spec("a"), read("a b é.fairlead.yaml"));
    assertPassed(runAll(), "fairlead fix");
  }

  @Test
  @Order(13)
  void workloadsThatExistAreFound() throws IOException {
    configure("existing.yaml");
    write(
        "specs/a.fairlead.yaml",
        spec("a")
            + "workloads:\n"
            + "  - {name: web, existing: true, containers: [{name: app, mounts: {/a: a}}]}\n");
    String pod =
        "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n"
            + "  - {name: app, image: nginx}\n";
    write("app/web.yaml", pod.replace("name: web", "name: other"));
    assertFailed(runAll(), "Pod \"default/web\" is not among the given manifests");
    write("app/web.yaml", pod);
    assertFailed(runAll(), "created deploy/storage/pod-web.yaml");
    assertTrue(read("deploy/storage/pod-web.yaml").contains("claimName: pvc-a"));
    assertPassed(runAll(), "fairlead render");
  }

  @Test
  @Order(14)
  void theManifestIsValidAndDocumented() throws IOException {
    Result valid =
        External.run(Path.of("."), "pre-commit", "validate-manifest", ".pre-commit-hooks.yaml");
    assertEquals(0, valid.code(), valid.out());
    String docs = Files.readString(Path.of("docs", "pre-commit.md"));
    List<String> ids = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(".pre-commit-hooks.yaml"))) {
      if (line.startsWith("- id: ")) {
        ids.add(line.substring(6));
        assertTrue(docs.contains("`" + line.substring(6) + "`"), line);
      }
    }
    assertTrue(ids.size() >= 8);
    Set<String> tested =
        new TreeSet<>(
            List.of(
                "check.yaml",
                "folders.yaml",
                "fix.yaml",
                "render.yaml",
                "drift.yaml",
                "existing.yaml",
                "system.yaml"));
    assertEquals(tested, new TreeSet<>(recipes.keySet()), "a recipe that no test runs");
  }
}
