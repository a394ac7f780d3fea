package dev.fairlead.render;

import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheParser;
import com.github.mustachejava.MustacheVisitor;
import com.github.mustachejava.SpecMustacheFactory;
import java.io.Reader;
import java.io.Writer;

/**
 * mustache.java with everything switched off that could print a value past the encoder or guess
 * what a template means.
 */
final class StrictFactory extends SpecMustacheFactory {
  /** Templates that were parsed when fairlead was built. */
  interface Compiled {
    /** The template of this name, or null. */
    Mustache of(String name, StrictFactory factory);
  }

  private final TemplateTexts texts;
  private final Compiled compiled;

  StrictFactory(TemplateTexts texts, Compiled compiled) {
    this.texts = texts;
    this.compiled = compiled;
    setObjectHandler(new ViewHandler(texts));
  }

  @Override
  public Reader getReader(String name) {
    return texts.reader(name);
  }

  /** The object handler has encoded the value already. */
  @Override
  public void encode(String value, Writer writer) {
    ((Indented) writer).writeScalar(value);
  }

  @Override
  public MustacheVisitor createMustacheVisitor() {
    return new StrictVisitor(this);
  }

  @Override
  protected MustacheParser createParser() {
    return new MustacheParser(this, true) {
      @Override
      public Mustache compile(String name) {
        Mustache template = compiled.of(name, StrictFactory.this);
        return template == null ? super.compile(name) : template;
      }
    };
  }
}
