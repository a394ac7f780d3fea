import com.github.mustachejava.Code;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheParser;
import com.github.mustachejava.MustacheVisitor;
import com.github.mustachejava.SpecMustacheFactory;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.codes.DefaultMustache;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes classes of what every run needs, so that a start opens no jar and parses no template:
 * {@code java -cp LIBRARIES Embed.java OUTPUT VERSION}, run by Maven in the folder of the project.
 */
public final class Embed {
  /** Characters of one string constant. */
  private static final int LONGEST = 20_000;

  private static final String COMMENT_LINE = "(?m)^ *\\{\\{!.*}}\n";

  private final Path output;

  private Embed(Path output) {
    this.output = output;
  }

  public static void main(String[] args) throws IOException {
    Embed embed = new Embed(Path.of(args[0]));
    Map<String, String> templates = files("templates", "*.mustache");
    embed.texts("cli", "VersionText", Map.of("version", args[1]));
    embed.texts("cli", "RehearsalFiles", files("src/main/embed/rehearsal", "*.yaml"));
    embed.texts("render", "TemplateFiles", templates);
    embed.texts("schema", "RuleLines", lines(Path.of("schemas/storage.v1.rules.txt")));
    embed.texts("schema", "SchemaFiles", files("schemas", "storage*.schema.json"));
    embed.write("render", "CompiledTemplates", new Templates(templates).source());
  }

  /** Files of a folder by name. */
  private static Map<String, String> files(String folder, String glob) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(folder), glob)) {
      for (Path file : files) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }

  /** The lines of a file by what stands before their tab. */
  private static Map<String, String> lines(Path file) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      int tab = line.indexOf('\t');
      texts.put(line.substring(0, tab), line.substring(tab + 1));
    }
    return texts;
  }

  private void texts(String room, String name, Map<String, String> texts) throws IOException {
    StringBuilder cases = new StringBuilder();
    texts.forEach(
        (key, text) ->
            cases.append("      case %s -> %s;\n".formatted(literal(key), literal(text))));
    write(
        room,
        name,
        """
        package dev.fairlead.%s;

        /** Made by src/main/embed/Embed.java. */
        final class %s {
          private %s() {}

          /** The text of this name, or null. */
          static String of(String name) {
            return switch (name) {
        %s      default -> null;
            };
          }
        }
        """
            .formatted(room, name, name, cases));
  }

  private void write(String room, String name, String source) throws IOException {
    Path file = output.resolve("dev/fairlead/" + room + "/" + name + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, source);
  }

  /** A text as an expression: string constants hold no more than 65,535 bytes. */
  private static String literal(String text) {
    if (text.length() > LONGEST) {
      String rest = literal(text.substring(LONGEST));
      return literal(text.substring(0, LONGEST)) + ".concat(" + rest + ")";
    }
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        default -> out.append(c < ' ' || c > '~' ? String.format("\\u%04x", (int) c) : c);
      }
    }
    return out.append('"').toString();
  }

  /** The templates as the calls that mustache.java makes when it parses them. */
  private static final class Templates extends SpecMustacheFactory {
    private final Map<String, String> texts;
    private final List<String> methods = new ArrayList<>();
    private final Map<Mustache, String> names = new IdentityHashMap<>();

    Templates(Map<String, String> texts) {
      this.texts = texts;
    }

    String source() {
      MustacheParser parser = createParser();
      String cases =
          texts.keySet().stream()
              .map(
                  name ->
                      "      case %s -> %s;\n"
                          .formatted(literal(name), names.get(parser.compile(name))))
              .collect(Collectors.joining());
      return """
          package dev.fairlead.render;

          import com.github.mustachejava.Mustache;
          import com.github.mustachejava.TemplateContext;

          /** Made by src/main/embed/Embed.java. */
          final class CompiledTemplates {
            private CompiledTemplates() {}

            /** The template of this name, or null. */
            static Mustache of(String name, StrictFactory factory) {
              return switch (name) {
          %s      default -> null;
              };
            }

            private static TemplateContext at(String file, int line, boolean startOfLine) {
              return new TemplateContext("{{", "}}", file, line, startOfLine);
            }

          %s}
          """
          .formatted(cases, String.join("\n", methods));
    }

    @Override
    public Reader getReader(String name) {
      return new StringReader(texts.get(name).replaceAll(COMMENT_LINE, ""));
    }

    @Override
    public MustacheVisitor createMustacheVisitor() {
      return new Recorder();
    }

    /** Writes down what it is told. */
    private final class Recorder implements MustacheVisitor {
      private final StringBuilder calls = new StringBuilder();

      private void call(String method, TemplateContext context, String... arguments) {
        calls
            .append("    visitor.%s(%s".formatted(method, place(context)))
            .append(Stream.of(arguments).map(a -> ", " + a).collect(Collectors.joining()))
            .append(");\n");
      }

      private String place(TemplateContext context) {
        return "at(%s, %d, %b)"
            .formatted(literal(context.file()), context.line(), context.startOfLine());
      }

      @Override
      public Mustache mustache(TemplateContext context) {
        String name = "part" + methods.size();
        methods.add(
            """
              private static Mustache %s(StrictFactory factory) {
                StrictVisitor visitor = new StrictVisitor(factory);
            %s    return visitor.mustache(%s);
              }
            """
                .formatted(name, calls, place(context)));
        Mustache part = new DefaultMustache(context, Templates.this, new Code[0], context.file());
        names.put(part, name + "(factory)");
        return part;
      }

      @Override
      public void iterable(TemplateContext context, String name, Mustache content) {
        call("iterable", context, literal(name), names.get(content));
      }

      @Override
      public void notIterable(TemplateContext context, String name, Mustache content) {
        call("notIterable", context, literal(name), names.get(content));
      }

      @Override
      public void partial(TemplateContext context, String name, String indent) {
        call("partial", context, literal(name), literal(indent));
      }

      @Override
      public void dynamicPartial(TemplateContext context, String name, String indent) {
        call("dynamicPartial", context, literal(name), literal(indent));
      }

      @Override
      public void value(TemplateContext context, String name, boolean encoded) {
        call("value", context, literal(name), String.valueOf(encoded));
      }

      @Override
      public void write(TemplateContext context, String text) {
        call("write", context, literal(text));
      }

      @Override
      public void pragma(TemplateContext context, String pragma, String arguments) {
        call("pragma", context, literal(pragma), literal(arguments));
      }

      @Override
      public void eof(TemplateContext context) {
        call("eof", context);
      }

      @Override
      public void extend(TemplateContext context, String name, Mustache content) {
        call("extend", context, literal(name), names.get(content));
      }

      @Override
      public void name(TemplateContext context, String name, Mustache content) {
        call("name", context, literal(name), names.get(content));
      }

      @Override
      public void checkName(TemplateContext context, String name, Mustache content) {
        call("checkName", context, literal(name), names.get(content));
      }

      @Override
      public void comment(TemplateContext context, String text) {
        call("comment", context, literal(text));
      }
    }
  }
}
