package dev.fairlead.render;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.MustacheVisitor;
import com.github.mustachejava.SpecMustacheFactory;
import com.github.mustachejava.SpecMustacheVisitor;
import com.github.mustachejava.TemplateContext;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;

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
    setRecursionLimit(DEEPEST);
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

  private static final class StrictVisitor extends SpecMustacheVisitor {
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
}
