package dev.fairlead.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.fairlead.testing.Cli;
import dev.fairlead.testing.External;
import dev.fairlead.testing.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** The commands in hints of doctor: none loses data, and the real kubectl does what they say. */
class CommandsTest {
  private static final Pattern HINT = Pattern.compile("(?m)^  hint: (.*)$");
  private static final Pattern COMMANDS =
      Pattern.compile("kubectl (?:'(?:[^']|'\\\\'')*'|[^'; ]+| (?!&& )(?!\\| ))+(?: && )?");
  private static final Pattern WORD = Pattern.compile("((?:'[^']*'|\\\\'|[^' ])+)");

  private static final Pattern FINDING =
      Pattern.compile(
          "(?m)^<stdin>:.*?: (?:error|warning): .*?(?<name>\"[^\"]*\").*(?<code>\\[.*])\n"
              + "(?:  [0-9 ].*\n)*  hint: (?<hint>.*)$");

  private static final List<String> mended = new ArrayList<>();

  @TempDir Path temp;

  /** A command, and whether it runs only if the one before it has succeeded. */
  private record Command(List<String> words, boolean follows) {
    String option(String name) {
      int at = words.indexOf(name);
      return at < 0 ? "" : words.get(at + 1);
    }

    boolean begins(String... expected) {
      return words.size() >= expected.length
          && words.subList(0, expected.length).equals(List.of(expected));
    }
  }

  @TestFactory
  Stream<DynamicTest> noCommandLosesData() {
    return Golden.cases("doctor").stream()
        .map(folder -> dynamicTest(folder.toString(), () -> noCommandLosesData(folder)));
  }

  private static void noCommandLosesData(Path folder) throws IOException {
    List<Map<String, Object>> objects = objects(folder);
    for (String hint : hints(folder)) {
      List<Command> commands = commands(hint);
      for (int i = 0; i < commands.size(); i++) {
        assertTrue(isSafe(commands.get(i), commands.subList(0, i), objects), hint);
      }
    }
  }

  private static boolean isSafe(
      Command it, List<Command> earlier, List<Map<String, Object>> objects) {
    Command before = earlier.isEmpty() ? null : earlier.get(earlier.size() - 1);
    String patch = it.option("-p");
    if (it.begins("kubectl", "delete", "pv")) {
      String name = it.words().get(3);
      return it.follows()
          && before.begins("kubectl", "wait", "pv/" + name)
          && before.words().contains("--for=jsonpath={.status.phase}=Available")
          && isRetained(name, earlier.subList(0, earlier.size() - 1), objects);
    }
    if (it.begins("kubectl", "delete", "pvc")) {
      return it.follows()
          && before.begins("kubectl", "wait", "pvc/" + it.words().get(3))
          && before.option("-n").equals(it.option("-n"))
          && before.words().contains("--for=jsonpath={.status.phase}=Pending");
    }
    if (it.begins("kubectl", "patch", "pv") && it.words().contains("--type=json")) {
      String name = it.words().get(3);
      boolean retained = isRetained(name, it.follows() ? earlier : List.of(), objects);
      boolean whole = patch.matches(".*\"(remove|replace)\",\"path\":\"/spec/claimRef\".*");
      return retained && patch.startsWith("[{\"op\":\"test\",") && !whole;
    }
    return it.begins("kubectl", "describe")
        || it.begins("kubectl", "get")
        || it.begins("kubectl", "edit")
        || it.begins("kubectl", "wait")
        || (it.begins("kubectl", "patch", "pvc") && patch.contains("volumeName"))
        || (it.begins("kubectl", "patch", "pv") && patch.contains("\"Retain\""))
        || (it.begins("kubectl", "annotate", "pvc")
            && it.words().contains("pv.kubernetes.io/bind-completed-"));
  }

  /** Whether the volume has Retain, or gets it by the last of the earlier commands. */
  private static boolean isRetained(
      String name, List<Command> earlier, List<Map<String, Object>> objects) {
    Command last = earlier.isEmpty() ? null : earlier.get(earlier.size() - 1);
    return "Retain".equals(spec(object("PersistentVolume", name, objects)).get(POLICY))
        || (last != null
            && last.begins("kubectl", "patch", "pv", name)
            && last.option("-p").equals("{\"spec\":{\"" + POLICY + "\":\"Retain\"}}"));
  }

  private static final String POLICY = "persistentVolumeReclaimPolicy";

  /** After the commands, and after the controller has seen it, the finding is gone. */
  @TestFactory
  Stream<DynamicTest> commandsMend() {
    External.require("kubectl");
    return Golden.cases("doctor").stream()
        .map(folder -> dynamicTest(folder.toString(), () -> commandsMend(folder)));
  }

  private void commandsMend(Path folder) throws IOException {
    Matcher finding = FINDING.matcher(doctor(folder, objects(folder)));
    while (finding.find()) {
      String hint = finding.group("hint");
      List<Command> commands = commands(hint);
      boolean mends =
          commands.stream().anyMatch(c -> c.words().contains("-p"))
              && commands.stream().noneMatch(c -> c.begins("kubectl", "delete"));
      if (mends && !hint.contains("see ")) {
        List<Map<String, Object>> objects = objects(folder);
        for (Command command : commands) {
          run(command, objects);
        }
        String after = doctor(folder, objects);
        String same =
            "(?m)^.*"
                + Pattern.quote(finding.group("name"))
                + ".*"
                + Pattern.quote(finding.group("code"))
                + "$";
        assertFalse(Pattern.compile(same).matcher(after).find(), hint + "\n" + after);
        mended.add(folder.getFileName() + " " + finding.group("name"));
      }
    }
  }

  @AfterAll
  static void manyWereMended() {
    assertTrue(mended.isEmpty() || mended.size() > 12, mended.toString());
  }

  private void run(Command command, List<Map<String, Object>> objects) throws IOException {
    boolean changes = command.begins("kubectl", "patch") || command.begins("kubectl", "annotate");
    if (!changes) {
      return;
    }
    boolean volume = command.words().get(2).equals("pv");
    String kind = volume ? "PersistentVolume" : "PersistentVolumeClaim";
    Map<String, Object> object = object(kind, command.words().get(3), objects);
    Path file = temp.resolve("object.json");
    Files.writeString(file, JsonMapper.shared().writeValueAsString(object));
    List<String> words = new ArrayList<>(command.words());
    words.remove(3);
    words.remove(2);
    words.addAll(List.of("--local", "-f", file.toString(), "-o", "json"));
    External.Result result = External.run(temp, Map.of(), words);
    assertEquals("", result.err());
    Map<String, Object> changed = new Yaml().load(result.out());
    // What the controller does when it sees the volume.
    if (volume
        && spec(changed).get("claimRef") instanceof Map<?, ?> ref
        && !ref.containsKey("uid")) {
      status(changed).put("phase", "Available");
    }
    objects.set(objects.indexOf(object), changed);
  }

  /** A word that a shell reads as one is one for kubectl. */
  @Test
  void aShellReadsTheWordsOfHostileUids() throws IOException {
    Path folder = Path.of("testdata/doctor/names-that-no-cluster-has");
    List<String> patches =
        hints(folder).stream().filter(hint -> hint.contains("kubectl patch")).toList();
    assertEquals(1, patches.size());
    for (String hint : patches) {
      String line = "printf '%s\\n' " + hint.substring(hint.indexOf("kubectl patch"));
      External.Result result = External.run(temp, "sh", "-c", line);
      List<Command> commands = commands(hint);
      assertEquals(String.join("\n", commands.get(0).words()) + "\n", result.out());
      assertEquals("", result.err());
    }
  }

  private static List<Command> commands(String hint) {
    List<Command> commands = new ArrayList<>();
    boolean follows = false;
    Matcher found = COMMANDS.matcher(hint);
    while (found.find()) {
      String text = found.group();
      List<String> words = new ArrayList<>();
      Matcher word = WORD.matcher(text.replaceFirst(" && $", ""));
      while (word.find()) {
        words.add(word.group(1).replace("'\\''", "\u0001").replace("'", "").replace("\u0001", "'"));
      }
      commands.add(new Command(words, follows));
      follows = text.endsWith(" && ");
    }
    return commands;
  }

  private static List<String> hints(Path folder) throws IOException {
    return hintsOf(doctor(folder, objects(folder)));
  }

  private static List<String> hintsOf(String report) {
    return HINT.matcher(report).results().map(hint -> hint.group(1)).toList();
  }

  private static String doctor(Path folder, List<Map<String, Object>> objects) throws IOException {
    List<String> args = new ArrayList<>(List.of("doctor"));
    Path options = folder.resolve("options.txt");
    if (Files.exists(options)) {
      args.addAll(List.of(Files.readString(options).strip().split(" ")));
    }
    args.add("-");
    String list =
        JsonMapper.shared()
            .writeValueAsString(Map.of("apiVersion", "v1", "kind", "List", "items", objects));
    Cli.Result result = Cli.run(args, list.getBytes(StandardCharsets.UTF_8), Map.of());
    assertEquals("", result.err());
    return result.out();
  }

  private static List<Map<String, Object>> objects(Path folder) throws IOException {
    Map<String, List<Map<String, Object>>> list =
        new Yaml().load(Files.readString(folder.resolve("dump.yaml")).replace("2026-", "t2026-"));
    String json = JsonMapper.shared().writeValueAsString(list).replace("\"t2026-", "\"2026-");
    Map<String, List<Map<String, Object>>> plain = new Yaml().load(json);
    return new ArrayList<>(plain.get("items"));
  }

  private static Map<String, Object> object(
      String kind, String name, List<Map<String, Object>> objects) {
    return objects.stream()
        .filter(object -> kind.equals(object.get("kind")))
        .filter(object -> name.equals(part(object, "metadata").get("name")))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Object> spec(Map<String, Object> object) {
    return part(object, "spec");
  }

  private static Map<String, Object> status(Map<String, Object> object) {
    return part(object, "status");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> part(Map<String, Object> object, String key) {
    return (Map<String, Object>) object.get(key);
  }
}
