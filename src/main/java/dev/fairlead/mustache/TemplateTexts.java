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
  private static final Pattern COMMENT_LINE = Pattern.compile("(?m)^ *\\{\\{!.*}}\n");

  Reader reader(String name) {
    return new StringReader(COMMENT_LINE.matcher(text(name)).replaceAll(""));
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
