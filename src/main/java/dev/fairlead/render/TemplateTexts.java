package dev.fairlead.render;

import com.github.mustachejava.MustacheNotFoundException;
import com.github.mustachejava.TemplateContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The texts of the templates. mustache.java prints the line of a comment as an empty one and loses
 * count of lines behind partials, so both are put right here.
 */
final class TemplateTexts {
  private static final Pattern COMMENT_LINE = Pattern.compile("(?m)^ *\\{\\{!.*}}\n");

  private final String folder;
  private final Map<String, String> texts = new HashMap<>();

  TemplateTexts(String folder) {
    this.folder = folder;
  }

  Reader reader(String name) {
    return new TextReader(COMMENT_LINE.matcher(text(name)).replaceAll(""));
  }

  /** {@code file:line} of a tag, which is at the place that mustache.java names or after it. */
  String place(String name, TemplateContext context) {
    String[] lines = text(context.file()).split("\n", -1);
    Pattern tag = Pattern.compile("\\{\\{[#>]?\\s*" + Pattern.quote(name) + "\\s*}}");
    for (int line = Math.max(0, context.line() - 1); line < lines.length; line++) {
      if (tag.matcher(lines[line]).find()) {
        return context.file() + ":" + (line + 1);
      }
    }
    return context.file() + ":" + context.line();
  }

  private String text(String name) {
    return texts.computeIfAbsent(name, this::load);
  }

  private String load(String name) {
    try (InputStream in = getClass().getResourceAsStream("/" + folder + "/" + name)) {
      if (in == null) {
        throw new MustacheNotFoundException(name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
