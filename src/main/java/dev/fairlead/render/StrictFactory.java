package dev.fairlead.render;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.DefaultMustacheVisitor;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.MustacheVisitor;
import com.github.mustachejava.SpecMustacheFactory;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.codes.PartialCode;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.List;

/**
 * mustache.java with everything switched off that could print a value past the encoder or guess
 * what a template means.
 */
final class StrictFactory extends SpecMustacheFactory {
  private static final int DEEPEST = 200;

  private final TemplateTexts texts;

  StrictFactory(TemplateTexts texts) {
    this.texts = texts;
    setObjectHandler(new ViewHandler(texts));
  }

  @Override
  public Reader getReader(String name) {
    return texts.reader(name);
  }

  /** The object handler has encoded the value already. */
  @Override
  public void encode(String value, Writer writer) {
    try {
      writer.write(value);
    } catch (IOException e) {
      throw new MustacheException("Failed to write", e);
    }
  }

  @Override
  public MustacheVisitor createMustacheVisitor() {
    return new StrictVisitor(this);
  }

  private static final class StrictVisitor extends DefaultMustacheVisitor {
    StrictVisitor(DefaultMustacheFactory factory) {
      super(factory);
    }

    @Override
    public void value(TemplateContext context, String name, boolean encoded) {
      if (!encoded) {
        throw refused("{{{ }}} and {{& }}", context);
      }
      super.value(context, name, true);
    }

    @Override
    public void partial(TemplateContext context, String name, String indent) {
      list.add(new IndentedPartial(context, df, name, indent));
    }

    @Override
    public void pragma(TemplateContext context, String pragma, String arguments) {
      throw refused("pragmas", context);
    }

    @Override
    public void dynamicPartial(TemplateContext context, String name, String indent) {
      throw refused("dynamic partials", context);
    }

    private static MustacheException refused(String what, TemplateContext context) {
      return new MustacheException("templates can't use " + what, context);
    }
  }

  /** A partial whose lines are indented as its tag is. */
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

    @Override
    public Writer execute(Writer writer, List<Object> scopes) {
      if (scopes.size() > DEEPEST) {
        throw new MustacheException("templates are nested too deep", tc);
      }
      Indented out = (Indented) writer;
      String before = out.indent(indent);
      partial.execute(out, scopes);
      out.restore(before);
      return appendText(out);
    }
  }
}
