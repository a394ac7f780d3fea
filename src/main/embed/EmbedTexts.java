import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes classes of texts that every run needs, so that a start opens no jar: {@code java
 * EmbedTexts.java OUTPUT VERSION}, run by Maven in the folder of the project.
 */
public final class EmbedTexts {
  /** What a string constant can hold, in bytes. */
  private static final int LONGEST = 65_535;

  private final Path output;

  private EmbedTexts(Path output) {
    this.output = output;
  }

  public static void main(String[] args) throws IOException {
    EmbedTexts embed = new EmbedTexts(Path.of(args[0]));
    embed.write("cli", "VersionText", new TreeMap<>(java.util.Map.of("version", args[1])));
    embed.write("render", "TemplateFiles", files(Path.of("templates")));
    embed.write("schema", "RuleLines", lines(Path.of("schemas/storage.v1.rules.txt")));
  }

  /** The files of a folder by name. */
  private static TreeMap<String, String> files(Path folder) throws IOException {
    TreeMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }

  /** The lines of a file by what stands before their tab. */
  private static TreeMap<String, String> lines(Path file) throws IOException {
    TreeMap<String, String> texts = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      int tab = line.indexOf('\t');
      texts.put(line.substring(0, tab), line.substring(tab + 1));
    }
    return texts;
  }

  private void write(String room, String name, TreeMap<String, String> texts) throws IOException {
    List<String> cases = new ArrayList<>();
    texts.forEach(
        (key, text) -> cases.add("      case " + literal(key) + " -> " + literal(text) + ";\n"));
    String source =
        """
        package dev.fairlead.%s;

        /** Made by src/main/embed/EmbedTexts.java. */
        final class %s {
          private %s() {}

          /** The text of this name, or null. */
          static String of(String name) {
            return switch (name) {
        %s      default -> null;
            };
          }
        }
        """
            .formatted(room, name, name, String.join("", cases));
    Path file = output.resolve("dev/fairlead/" + room + "/" + name + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, source);
  }

  private static String literal(String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      throw new IllegalArgumentException("too long for a constant: " + text.substring(0, 60));
    }
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        default -> out.append(c < ' ' || c > '~' ? String.format("\\u%04x", (int) c) : c);
      }
    }
    return out.append('"').toString();
  }
}
