package dev.fairlead.mustache;

import com.github.mustachejava.MustacheVisitor;
import com.github.mustachejava.SpecMustacheFactory;
import java.io.Reader;
import java.io.Writer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * mustache.java with everything switched off that could print a value past the encoder or guess
 * what a template means. Its templates write to an {@link Indented} only.
 */
public final class StrictFactory extends SpecMustacheFactory {
  private final TemplateTexts texts;

  /**
   * Templates from texts.
   *
   * @param files gives the text of a name, or null
   * @param encoder gives what is printed for a value of a view
   */
  public StrictFactory(UnaryOperator<String> files, Function<Object, String> encoder) {
    this.texts = new TemplateTexts(files);
    setObjectHandler(new ViewHandler(texts, encoder));
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
}
