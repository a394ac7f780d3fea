package dev.fairlead.report;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Quote;
import dev.fairlead.diagnostic.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Files as tests in JUnit XML, for CI servers: a file with an error is a failed test. Uses only
 * what the schemas of Jenkins and Maven Surefire have in common.
 */
final class JunitReporter implements Reporter {
  private final TextReporter text = new TextReporter(false);

  @Override
  public void print(Report report, Writer out) throws IOException {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      suites(xml, report);
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e);
    }
    out.write('\n');
    out.flush();
  }

  private void suites(XMLStreamWriter xml, Report report) throws XMLStreamException {
    List<Report> files = report.byFile();
    long failed = files.stream().filter(file -> !file.of(Severity.ERROR).isEmpty()).count();
    String tests = String.valueOf(files.size());
    String failures = String.valueOf(failed);
    start(xml, "testsuites", "name", "fairlead", "tests", tests, "failures", failures);
    start(xml, "testsuite", "name", "fairlead", "tests", tests, "failures", failures);
    attributes(xml, "errors", "0", "skipped", "0", "time", "0");
    for (Report file : files) {
      test(xml, file);
    }
    if (report.notShown() > 0) {
      output(xml, report.andMore() + "\n");
    }
    end(xml);
    end(xml);
  }

  private void test(XMLStreamWriter xml, Report report) throws XMLStreamException {
    List<Diagnostic> errors = report.of(Severity.ERROR);
    List<Diagnostic> warnings = report.of(Severity.WARNING);
    String name = report.files().get(0);
    start(xml, "testcase", "name", name, "classname", "fairlead", "time", "0");
    if (!errors.isEmpty()) {
      // One failure for all errors, because some servers show only the first one.
      String more = errors.size() > 1 ? " (and " + (errors.size() - 1) + " more)" : "";
      Diagnostic first = errors.get(0);
      start(xml, "failure", "message", first.message() + more, "type", first.code().slug());
      xml.writeCharacters(legal(text.text(errors)));
      xml.writeEndElement();
    }
    if (!warnings.isEmpty()) {
      output(xml, legal(text.text(warnings)));
    }
    end(xml);
  }

  private static void output(XMLStreamWriter xml, String text) throws XMLStreamException {
    xml.writeStartElement("system-out");
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static void end(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeEndElement();
  }

  private static void start(XMLStreamWriter xml, String name, String... attributes)
      throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement(name);
    attributes(xml, attributes);
  }

  private static void attributes(XMLStreamWriter xml, String... attributes)
      throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], legal(Quote.visible(attributes[i + 1])));
    }
  }

  /** The text with all characters escaped that XML doesn't allow. */
  private static String legal(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              boolean control = c < 0x20 && c != '\t' && c != '\n';
              boolean legal = !control && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
              out.append(legal ? Character.toString(c) : String.format("\\u%04X", c));
            });
    return out.toString();
  }
}
