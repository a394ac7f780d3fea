package dev.fairlead.mustache;

import com.github.mustachejava.MustacheNotFoundException;
import com.github.mustachejava.TemplateContext;
import java.io.Reader;
import java.io.StringReader;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The texts of the templates. mustache.java prints an empty line for a comment, and its line
 * numbers are wrong after partials. Both are corrected here.
 */
record TemplateTexts(UnaryOperator<String> files) {
  private static final String COMMENT = "{{!";

  /** The text without its comments, each of which has a line of its own. */
  Reader reader(String name) {
    String text = text(name);
    for (int at = text.indexOf(COMMENT); at >= 0; at = text.indexOf(COMMENT)) {
      int start = text.lastIndexOf('\n', at) + 1;
      text = text.substring(0, start) + text.substring(text.indexOf('\n', at) + 1);
    }
    return new StringReader(text);
  }

  /** {@code file:line} of a tag, which is at or after the line that mustache.java reports. */
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
    String text = files.apply(name);
    if (text == null) {
      throw new MustacheNotFoundException(name);
    }
    return text;
  }
}
