package dev.fairlead.report;

import dev.fairlead.diagnostic.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The explanation of each code in docs/diagnostics.md, which is packaged with the program. */
public final class Explanations {
  private static final String RESOURCE = "/docs/diagnostics.md";

  private final String document;

  /** Reads the document. */
  public Explanations() {
    try (InputStream in = Explanations.class.getResourceAsStream(RESOURCE)) {
      document = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The section about a code: its slug, severity and explanation in Markdown. */
  public String section(Code code) {
    int start = document.indexOf("\n## " + code.slug() + "\n");
    if (start < 0) {
      throw new IllegalStateException("docs/diagnostics.md has no section " + code.slug());
    }
    int end = document.indexOf("\n## ", start + 1);
    String section = document.substring(start, end < 0 ? document.length() : end).strip();
    return section.substring("## ".length()) + "\n";
  }

  /** The explanation without slug and severity. */
  String text(Code code) {
    return section(code).split("\n\n", 3)[2].strip();
  }

  /** The first sentence of the explanation. */
  public String summary(Code code) {
    String paragraph = text(code).split("\n\n", 2)[0].replace('\n', ' ');
    return paragraph.split("(?<=\\.) (?=[A-Z`])", 2)[0].replace("`", "");
  }
}
