package dev.fairlead.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The named YAML blocks of a document. */
public final class Recipes {
  private static final Pattern NAMED =
      Pattern.compile("(?m)^```yaml file=(\\S+)\n(.*?)^```$", Pattern.DOTALL);

  private Recipes() {}

  /** Name and text of each block, in order. */
  public static Map<String, String> of(Path document) throws IOException {
    Map<String, String> recipes = new LinkedHashMap<>();
    Matcher block = NAMED.matcher(Files.readString(document));
    while (block.find()) {
      recipes.put(block.group(1), block.group(2));
    }
    return recipes;
  }
}
