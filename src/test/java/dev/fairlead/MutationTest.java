package dev.fairlead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Resource;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.pipeline.Transpiler;
import dev.fairlead.pipeline.Verifier;
import dev.fairlead.render.Templates;
import dev.fairlead.testing.Golden;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * For any mutation of a spec, the result is findings or manifests, never an exception. Every
 * finding has a position in the file.
 */
class MutationTest {
  private static final int COUNT = 6000;
  private static final String[] SCRAPS = {
    "\t",
    "\"",
    "'",
    "{",
    "}",
    "[",
    "]",
    ": ",
    "- ",
    "&a ",
    "*a",
    "<<: ",
    "!!int ",
    "null",
    "~",
    "yes",
    "012",
    "1.5",
    "-1",
    "true",
    "\u0007",
    "\uFEFF",
    "\r",
    "\n\n",
    "---\n",
    "...\n",
    "#",
    "? ",
    "|\n",
    "{{ x }}",
    "🚢",
    "\u0085",
    "\u2028",
    "2026-11-22",
    "name: data",
    "each: [a]",
    "existing: true",
    "disk-{0..3}",
    "{name}",
    "reserve: {namespaces: [a, b]}",
    "csi: {driver: example.com}"
  };

  private final Transpiler transpiler = new Transpiler();
  private final Verifier verifier = new Verifier();
  private final Templates templates = Templates.load();
  private final Random random = new Random(2026);

  @Test
  void mutatedSpecs() throws Exception {
    List<String> specs = specs();
    int rejected = 0;
    for (int i = 0; i < COUNT; i++) {
      String spec = specs.get(random.nextInt(specs.size()));
      String mutated = mutate(spec, specs);
      rejected += check(mutated.getBytes(StandardCharsets.UTF_8)) ? 1 : 0;
    }
    // Most mutations cause a finding. If none does, the test checks nothing.
    assertTrue(rejected > COUNT / 2, rejected + " rejected");
    assertTrue(rejected < COUNT, "every mutation was rejected");
  }

  @Test
  void brokenBytes() throws Exception {
    for (String spec : specs()) {
      byte[] bytes = spec.getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 20; i++) {
        byte[] broken = bytes.clone();
        broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
        check(broken);
      }
      check(java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)));
    }
  }

  @Test
  void mutatedManifests() throws Exception {
    List<String> manifests = new ArrayList<>();
    for (Path folder : Golden.cases("render")) {
      manifests.add(Files.readString(folder.resolve("expected.yaml")));
    }
    for (Path folder : Golden.cases("verify")) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
          manifests.add(Files.readString(file));
        }
      }
    }
    for (int i = 0; i < COUNT / 2; i++) {
      String mutated = mutate(manifests.get(random.nextInt(manifests.size())), manifests);
      Diagnostics diagnostics = new Diagnostics();
      byte[] bytes = mutated.getBytes(StandardCharsets.UTF_8);
      try {
        verifier.verify(List.of(new SpecInput("manifests.yaml", bytes)), diagnostics);
      } catch (RuntimeException e) {
        throw new AssertionError(mutated, e);
      }
      diagnostics.sorted().forEach(MutationTest::wellFormed);
    }
  }

  private static List<String> specs() throws Exception {
    List<String> specs = new ArrayList<>();
    for (Path folder : Golden.cases("render")) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file :
            files.filter(f -> f.toString().endsWith(".fairlead.yaml")).sorted().toList()) {
          specs.add(Files.readString(file));
        }
      }
    }
    return specs;
  }

  private String mutate(String spec, List<String> specs) {
    StringBuilder text = new StringBuilder(spec);
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times; i++) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(7)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, SCRAPS[random.nextInt(SCRAPS.length)]);
        case 2 -> text.setCharAt(at, (char) (' ' + random.nextInt(95)));
        case 3 -> dropLine(text, at);
        case 4 -> text.insert(lineStart(text, at), line(text, random.nextInt(text.length())));
        case 5 -> replaceValue(text, at);
        default -> {
          String other = specs.get(random.nextInt(specs.size()));
          text.insert(
              lineStart(text, at), line(new StringBuilder(other), random.nextInt(other.length())));
        }
      }
    }
    return text.toString();
  }

  private static int lineStart(StringBuilder text, int at) {
    return text.lastIndexOf("\n", at - 1) + 1;
  }

  private static String line(StringBuilder text, int at) {
    int end = text.indexOf("\n", at);
    return text.substring(lineStart(text, at), end < 0 ? text.length() : end) + "\n";
  }

  private static void dropLine(StringBuilder text, int at) {
    int start = lineStart(text, at);
    text.delete(start, Math.min(text.length(), start + line(text, at).length()));
    if (text.length() == 0) {
      text.append(' ');
    }
  }

  private void replaceValue(StringBuilder text, int at) {
    int colon = text.indexOf(": ", at);
    if (colon > 0) {
      int end = colon + 2;
      while (end < text.length() && "\n,}".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      text.replace(colon + 2, end, SCRAPS[random.nextInt(SCRAPS.length)]);
    }
  }

  /** Whether the spec was rejected. */
  private boolean check(byte[] spec) {
    try {
      Diagnostics diagnostics = new Diagnostics();
      Plan plan = transpiler.transpile(List.of(new SpecInput("spec.yaml", spec)), diagnostics);
      List<Diagnostic> findings = diagnostics.sorted();
      findings.forEach(MutationTest::wellFormed);
      if (!diagnostics.hasErrors()) {
        StringWriter out = new StringWriter();
        templates.print(plan.resources(), List.of(), out);
        assertFalse(out.toString().isEmpty());
        assertFalse(out.toString().contains("\n\n"), out.toString());
        Set<String> printed = new HashSet<>();
        for (Resource resource : plan.resources()) {
          String id = resource.kind() + " " + resource.namespace() + "/" + resource.name();
          assertTrue(printed.add(id), id + " is printed twice");
        }
      }
      return diagnostics.hasErrors();
    } catch (RuntimeException e) {
      throw new AssertionError(new String(spec, StandardCharsets.UTF_8), e);
    }
  }

  private static void wellFormed(Diagnostic finding) {
    Span span = finding.span();
    if (span.line() > 0) {
      String line = span.file().line(span.line());
      int columns = line.codePointCount(0, line.length());
      assertTrue(span.column() >= 1 && span.column() <= columns + 1, finding.toString());
      assertTrue(span.endLine() >= span.line(), finding.toString());
      assertTrue(
          span.endLine() > span.line() || span.endColumn() >= span.column(), finding.toString());
    }
    String message = finding.message();
    assertFalse(message.contains("\n") || message.endsWith("."), message);
    assertFalse(message.contains("null)") || message.contains("Optional"), message);
    assertEquals(message.strip(), message);
  }
}
