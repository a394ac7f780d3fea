package dev.fairlead.fuzz;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.krm.KrmFunction;
import dev.fairlead.krm.LegacyPlugin;
import dev.fairlead.source.SpecReader;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Tree;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What kustomize sends: any text, and a spec as the function config. */
public final class FunctionTarget {
  private static final String LIST =
      "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems: []\nfunctionConfig:\n";

  private FunctionTarget() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    Oracles.isTheSameTwice(() -> function(data));
    Oracles.isTheSameTwice(() -> legacy(data));
    String text = new String(data, StandardCharsets.UTF_8);
    // Only such a text means the same when it is indented.
    boolean plain = text.chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7F));
    if (plain && text.startsWith("apiVersion: ") && !text.matches("(?s).*\n(---|\\.\\.\\.|%).*")) {
      agrees(PipelineTarget.rendered(data, false), made(text));
    }
  }

  /** The command line and the function make the same of a spec. */
  static void agrees(Optional<String> rendered, Optional<String> made) {
    if (rendered.isPresent()) {
      Oracles.hold(made.isPresent(), "the command line accepts what the function rejects");
      List<Tree> one = trees(rendered.get());
      List<Tree> other = items(made.get());
      Oracles.hold(one.size() == other.size(), "the function makes another number of manifests");
      for (int i = 0; i < one.size(); i++) {
        Oracles.hold(one.get(i).isSame(other.get(i)), "the function makes another manifest");
      }
    }
  }

  private static Optional<String> made(String spec) {
    String config = spec.replaceAll("(?m)^(?=.)", "  ");
    String result = function((LIST + config).getBytes(StandardCharsets.UTF_8));
    return result.startsWith("DONE") ? Optional.of(result.substring(4)) : Optional.empty();
  }

  private static List<Tree> trees(String text) {
    return SpecReader.ofManifests(new Diagnostics())
        .read("", text.getBytes(StandardCharsets.UTF_8))
        .stream()
        .map(Document::root)
        .toList();
  }

  private static List<Tree> items(String text) {
    return trees(text).get(0) instanceof Mapping list ? list.list("items") : List.of();
  }

  private static String function(byte[] data) {
    StringWriter out = new StringWriter();
    try {
      KrmFunction.Outcome outcome = new KrmFunction(List::of).run(data, out, new StringWriter());
      return outcome + out.toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String legacy(byte[] data) {
    StringWriter out = new StringWriter();
    try {
      byte[] none = new byte[0];
      boolean done = new LegacyPlugin(List::of).run(data, none, out, new StringWriter());
      new LegacyPlugin(List::of).run(data, data, new StringWriter(), new StringWriter());
      return done + out.toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
