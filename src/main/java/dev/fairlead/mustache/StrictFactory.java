package dev.fairlead.mustache;

import com.github.mustachejava.MustacheVisitor;
import com.github.mustachejava.SpecMustacheFactory;
import java.io.Reader;
import java.io.Writer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * mustache.java without the features that could print a value unencoded or guess what a template
 * means. Its templates only write to an {@link Indented}.
 */
public final class StrictFactory extends SpecMustacheFactory {
  private final TemplateTexts texts;

  /**
   * Templates from texts.
   *
   * @param files returns the text of a template by name, or null
   * @param encoder returns the text to print for a value of a view
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
