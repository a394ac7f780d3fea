package dev.fairlead.mustache;

import com.github.mustachejava.Binding;
import com.github.mustachejava.Code;
import com.github.mustachejava.Iteration;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.ObjectHandler;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.util.Wrapper;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks names up only in the innermost view, and encodes every value. By default, mustache.java
 * also searches the outer ones and prints nothing for an unknown name.
 */
final class ViewHandler implements ObjectHandler {
  private final TemplateTexts texts;
  private final Function<Object, String> encoder;

  ViewHandler(TemplateTexts texts, Function<Object, String> encoder) {
    this.texts = texts;
    this.encoder = encoder;
  }

  @Override
  public Binding createBinding(String name, TemplateContext context, Code code) {
    if (".".equals(name)) {
      return scopes -> scopes.get(scopes.size() - 1);
    }
    return scopes -> {
      Object scope = scopes.get(scopes.size() - 1);
      Object value = scope instanceof View view ? view.get(name) : View.UNKNOWN;
      if (value == View.UNKNOWN) {
        throw new MustacheException(
            texts.place(name, context)
                + ": unknown name {{"
                + name
                + "}} in "
                + scope.getClass().getSimpleName());
      }
      return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    };
  }

  @Override
  public Writer iterate(Iteration iteration, Writer writer, Object value, List<Object> scopes) {
    if (value instanceof Boolean flag) {
      return flag ? iteration.next(writer, scopes.get(scopes.size() - 1), scopes) : writer;
    }
    if (value instanceof List<?> list) {
      Writer out = writer;
      for (Object item : list) {
        out = iteration.next(out, item, scopes);
      }
      return out;
    }
    return value == null ? writer : iteration.next(writer, value, scopes);
  }

  @Override
  public String stringify(Object value) {
    return encoder.apply(value);
  }

  @Override
  public Writer falsey(Iteration iteration, Writer writer, Object value, List<Object> scopes) {
    throw new UnsupportedOperationException("templates don't use {{^ }}");
  }

  @Override
  public Object coerce(Object object) {
    return object;
  }

  @Override
  public Wrapper find(String name, List<Object> scopes) {
    throw new UnsupportedOperationException("names are looked up by binding");
  }
}
