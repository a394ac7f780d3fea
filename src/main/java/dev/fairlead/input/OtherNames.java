package dev.fairlead.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Specs in a folder that are passed over because of their file names. */
final class OtherNames {
  static final String HINT =
      "end the name of the file in .fairlead.yaml, or name the file instead of the folder";

  private static final Pattern SPEC = Pattern.compile("(?m)^apiVersion:\\s*[\"']?fairlead\\.dev/");

  private OtherNames() {}

  /** The path, from the folder, of the first YAML file below it that is a spec, if there is one. */
  static Optional<String> spec(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> below = Files.walk(folder)) {
      files =
          below
              .filter(path -> path.getFileName().toString().matches(".*\\.ya?ml"))
              .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
              .sorted()
              .toList();
    }
    for (Path file : files) {
      if (Files.isReadable(file)
          && SPEC.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)).find()) {
        return Optional.of(folder.relativize(file).toString());
      }
    }
    return Optional.empty();
  }
}
