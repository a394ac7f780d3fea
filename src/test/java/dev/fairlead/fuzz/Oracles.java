package dev.fairlead.fuzz;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Severity;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.pipeline.Verifier;
import dev.fairlead.report.Report;
import dev.fairlead.report.TextReporter;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** What holds for every input. A breach is an AssertionError, which a fuzzer reports. */
final class Oracles {
  private Oracles() {}

  static void hold(boolean condition, String breach) {
    if (!condition) {
      throw new AssertionError(breach);
    }
  }

  /** Every place is in its file, and the findings can be shown. */
  static void placesAreInTheirFiles(List<Diagnostic> findings) {
    for (Diagnostic finding : findings) {
      isInItsFile(finding.span());
      finding.related().forEach(related -> isInItsFile(related.span()));
      finding.proposal().ifPresent(change -> isInItsFile(change.span()));
    }
    StringWriter shown = new StringWriter();
    try {
      new TextReporter(false).print(Report.of(List.of(), findings), shown);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    boolean visible = shown.toString().chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\t');
    hold(visible, "a report has a control character");
  }

  static void isInItsFile(Span span) {
    int length = span.file().text().length();
    boolean inside =
        span.isWholeFile()
            || (span.start() >= 0 && span.start() <= span.end() && span.end() <= length);
    hold(inside, span.start() + "-" + span.end() + " is outside a file of " + length);
  }

  /** The same call gives the same result. */
  static <T> T isTheSameTwice(Supplier<T> call) {
    T once = call.get();
    hold(once.equals(call.get()), "two calls differ");
    return once;
  }

  /** What is rendered has no errors for verify. */
  static void passesVerify(String manifests) {
    if (manifests.isEmpty()) {
      return;
    }
    Diagnostics diagnostics = new Diagnostics();
    byte[] bytes = manifests.getBytes(StandardCharsets.UTF_8);
    new Verifier().verify(List.of(new SpecInput("rendered", bytes)), diagnostics);
    for (Diagnostic finding : diagnostics.sorted()) {
      hold(finding.severity() != Severity.ERROR, "verify: " + finding.message());
    }
  }

  /** Readers of YAML 1.1 and 1.2 and of JSON get the same from both outputs. */
  static void readsTheSame(String yaml, String json) {
    StringBuilder old = new StringBuilder();
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    new Yaml(new SafeConstructor(options)).loadAll(yaml).forEach(d -> old.append(canonical(d)));
    StringBuilder core = new StringBuilder();
    LoadSettings settings =
        LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();
    new Load(settings).loadAllFromString(yaml).forEach(d -> core.append(canonical(d)));
    hold(old.toString().equals(core.toString()), "YAML 1.1 and YAML 1.2 differ");
    StringBuilder items = new StringBuilder();
    Map<?, ?> list = JsonMapper.shared().readValue(json, Map.class);
    ((List<?>) list.get("items")).forEach(item -> items.append(canonical(item)));
    hold(core.toString().equals(items.toString()), "YAML and JSON differ");
  }

  private static String canonical(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, String> sorted = new TreeMap<>();
      map.forEach((key, v) -> sorted.put(canonical(key), canonical(v)));
      return sorted.toString();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Oracles::canonical).toList().toString();
    }
    return value instanceof Number number
        ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
        : value == null ? "null" : value.getClass().getSimpleName() + ":" + value;
  }

  /** A second fix changes nothing. */
  static void isIdempotent(UnaryOperator<byte[]> fix, byte[] text) {
    byte[] once = fix.apply(text);
    hold(Arrays.equals(once, fix.apply(once)), "a second fix changes the text again");
  }
}
