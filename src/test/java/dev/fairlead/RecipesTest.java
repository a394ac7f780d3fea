package dev.fairlead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.fairlead.testing.Cli;
import dev.fairlead.testing.Golden;
import dev.fairlead.testing.Recipes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The recipes of docs/recipes.md: each section's files, with the command that it shows. */
class RecipesTest {
  private static final Path PAGE = Path.of("docs", "recipes.md");
  private static final Pattern COMMAND = Pattern.compile("(?m)^```sh\nfairlead (.+)\n```$");

  /** Its example is built by KustomizePluginTest. */
  private static final String OVERLAYS = "Dev, staging and prod";

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> recipes() throws IOException {
    List<String> sections =
        Arrays.stream(Files.readString(PAGE).split("(?m)^## ")).skip(1).toList();
    assertTrue(sections.size() > 10);
    return sections.stream()
        .filter(section -> !title(section).equals(OVERLAYS))
        .map(section -> dynamicTest(title(section), () -> run(section)));
  }

  private static String title(String section) {
    return section.lines().findFirst().orElseThrow();
  }

  private void run(String section) throws IOException {
    String name = title(section).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    Path folder = Files.createDirectory(temp.resolve(name));
    Path page = Files.writeString(folder.resolve("page.md"), section);
    for (Map.Entry<String, String> file : Recipes.of(page).entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    Matcher command = COMMAND.matcher(section);
    assertTrue(command.find(), "no command");
    List<String> arguments = new ArrayList<>();
    for (String word : command.group(1).split(" ")) {
      boolean file = word.endsWith(".yaml");
      arguments.add(file ? folder.resolve(word).toString() : word);
    }
    assertFalse(command.find(), "a second command");
    Cli.Result result = Cli.run(arguments, "");
    assertEquals("", result.err());
    assertEquals(0, result.code());
    Golden.check(Path.of("testdata", "recipes", name + ".yaml"), result.out());
    if (!arguments.contains("--patches")) {
      assertEquals(new Cli.Result(0, "", ""), Cli.run(List.of("verify", "-"), result.out()));
    }
  }
}
