package dev.fairlead.mustache;

import com.github.mustachejava.Code;
import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.MustacheVisitor;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.codes.CommentCode;
import com.github.mustachejava.codes.DefaultCode;
import com.github.mustachejava.codes.DefaultMustache;
import com.github.mustachejava.codes.IterableCode;
import com.github.mustachejava.codes.PartialCode;
import com.github.mustachejava.codes.ValueCode;
import com.github.mustachejava.codes.WriteCode;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * Accepts the Mustache tags that templates may use: {@code {{name}}}, {@code {{#name}}}, {@code
 * {{>name}}} and comments. Does not extend the visitor of mustache.java, because that starts the
 * JDK's logging, which opens every jar of the class path.
 */
final class StrictVisitor implements MustacheVisitor {
  private final List<Code> codes = new ArrayList<>();
  private final DefaultMustacheFactory factory;

  StrictVisitor(DefaultMustacheFactory factory) {
    this.factory = factory;
  }

  @Override
  public Mustache mustache(TemplateContext context) {
    return new DefaultMustache(context, factory, codes.toArray(new Code[0]), context.file());
  }

  @Override
  public void iterable(TemplateContext context, String name, Mustache content) {
    codes.add(new IterableCode(context, factory, content, name));
  }

  @Override
  public void partial(TemplateContext context, String name, String indent) {
    codes.add(new IndentedPartial(context, factory, name, indent));
  }

  @Override
  public void value(TemplateContext context, String name, boolean encoded) {
    if (!encoded) {
      throw rejected("{{{ }}} and {{& }}", context);
    }
    codes.add(new ValueCode(context, factory, name, true));
  }

  @Override
  public void write(TemplateContext context, String text) {
    if (text.isEmpty()) {
      return;
    }
    if (codes.isEmpty()) {
      codes.add(new WriteCode(context, factory, text));
    } else {
      codes.get(codes.size() - 1).append(text);
    }
  }

  @Override
  public void comment(TemplateContext context, String text) {
    codes.add(new CommentCode(context, factory, text));
  }

  @Override
  public void eof(TemplateContext context) {
    codes.add(new DefaultCode());
  }

  @Override
  public void notIterable(TemplateContext context, String name, Mustache content) {
    throw rejected("{{^ }}", context);
  }

  @Override
  public void pragma(TemplateContext context, String pragma, String arguments) {
    throw rejected("pragmas", context);
  }

  @Override
  public void dynamicPartial(TemplateContext context, String name, String indent) {
    throw rejected("dynamic partials", context);
  }

  @Override
  public void extend(TemplateContext context, String name, Mustache content) {
    throw rejected("{{< }}", context);
  }

  @Override
  public void name(TemplateContext context, String name, Mustache content) {
    throw rejected("{{$ }}", context);
  }

  @Override
  public void checkName(TemplateContext context, String name, Mustache content) {
    throw rejected("{{$ }}", context);
  }

  private static MustacheException rejected(String what, TemplateContext context) {
    return new MustacheException("templates can't use " + what, context);
  }

  /** A partial whose lines get the indent of its tag. */
  private static final class IndentedPartial extends PartialCode {
    private final String indent;

    IndentedPartial(
        TemplateContext context, DefaultMustacheFactory factory, String name, String indent) {
      super(
          new TemplateContext("{{", "}}", context.file(), context.line(), context.startOfLine()),
          factory,
          name);
      this.indent = indent;
    }

    /** Most documents need few partials, so each is compiled on first use. */
    @Override
    public synchronized void init() {
      filterText();
    }

    @Override
    public Writer execute(Writer writer, List<Object> scopes) {
      if (partial == null) {
        partial = df.compile(partialName());
      }
      Indented out = (Indented) writer;
      String before = out.indent(indent);
      partial.execute(out, scopes);
      out.restore(before);
      return appendText(out);
    }
  }
}
