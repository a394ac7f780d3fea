package dev.fairlead.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.pipeline.Transpiler;
import dev.fairlead.testing.Golden;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** For any spec, fix changes single words, never makes the spec worse, and terminates. */
class FixPropertyTest {
  private static final int COUNT = 2500;
  private static final Set<Code> BROKEN =
      Set.of(Code.YAML_SYNTAX, Code.DUPLICATE_KEY, Code.BAD_ALIAS, Code.UNKNOWN_TAG);

  private final Transpiler transpiler = new Transpiler();
  private final Fixer fixer = new Fixer(transpiler);
  private final Random random = new Random(5);

  @Test
  void specsWithMistakes() throws Exception {
    List<String> specs = specs();
    int fixed = 0;
    for (int i = 0; i < COUNT; i++) {
      String spec = specs.get(i % specs.size());
      for (int slips = random.nextInt(4); slips >= 0; slips--) {
        spec = slip(spec);
      }
      try {
        fixed += check(spec) ? 1 : 0;
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError(spec, e);
      }
    }
    assertTrue(fixed > COUNT / 5, fixed + " fixed");
  }

  private static List<String> specs() throws Exception {
    List<String> specs = new ArrayList<>();
    for (String kind : List.of("render", "reject", "warn", "fix")) {
      for (Path folder : Golden.cases(kind)) {
        try (Stream<Path> files = Files.list(folder)) {
          for (Path file : files.filter(f -> f.toString().endsWith(".fairlead.yaml")).toList()) {
            specs.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
          }
        }
      }
    }
    return specs;
  }

  /** A typical mistake: a letter, case, quotes, a boolean, a number or a line end. */
  private String slip(String spec) {
    if (spec.isEmpty()) {
      return spec;
    }
    int at = random.nextInt(spec.length());
    String head = spec.substring(0, at);
    String tail = spec.substring(at);
    return switch (random.nextInt(9)) {
      case 0 -> head + tail.replaceFirst("(\\w)(\\w)(\\w*): ", "$2$1$3: ");
      case 1 -> head + tail.replaceFirst("(\\w{3,})\\w(\\w?): ", "$1$2: ");
      case 2 -> head + tail.replaceFirst("(\\w+): ", "\"$1\": ");
      case 3 -> head + tail.replaceFirst(": (\\w+)", ": '$1'");
      case 4 -> head + tail.replaceFirst(": (true|false|\\w+)", ": yes");
      case 5 -> head + tail.replaceFirst(": \\w+", ": 0" + random.nextInt(1000));
      case 6 -> head + tail.replaceFirst("\n", "\r\n");
      case 7 -> head + tail.replaceFirst(": (\\w+)", ": &anchor $1");
      default -> head + tail.replaceFirst("[a-z][A-Z][a-z]+", "Id");
    };
  }

  /** Whether anything was changed. */
  private boolean check(String spec) {
    SpecInput input = new SpecInput("a.yaml", spec.getBytes(StandardCharsets.UTF_8));
    Fixer.Fixed fixed = fixer.fix(input);
    if (fixed.changes().isEmpty()) {
      assertSame(input, fixed.input());
      return false;
    }
    String text = new String(fixed.input().bytes(), StandardCharsets.UTF_8);
    assertEquals(lineEnds(spec), lineEnds(text));
    assertTrue(broken(fixed.input()) <= broken(input), text);
    Fixer.Fixed again = fixer.fix(fixed.input());
    assertEquals(List.of(), again.changes(), text);
    long words = spec.chars().filter(Character::isWhitespace).count();
    assertEquals(words, text.chars().filter(Character::isWhitespace).count(), text);
    return true;
  }

  private static String lineEnds(String text) {
    return text.replaceAll("[^\r\n]", "");
  }

  private long broken(SpecInput input) {
    Diagnostics diagnostics = new Diagnostics();
    transpiler.transpile(List.of(input), diagnostics);
    return diagnostics.sorted().stream().map(Diagnostic::code).filter(BROKEN::contains).count();
  }
}
