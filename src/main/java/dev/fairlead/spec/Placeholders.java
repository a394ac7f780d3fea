package dev.fairlead.spec;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.diagnostic.Proposal;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The placeholders in the strings of a source: {@code {name}} stands for the name of the volume,
 * {@code {namespace}} for that of its claim, and two opening braces for one.
 */
final class Placeholders {
  private static final String NAME = "name";
  private static final String NAMESPACE = "namespace";

  private final Diagnostics diagnostics;

  Placeholders(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Adds an error for each string of a source whose braces stand for nothing. */
  void check(Tree tree, String path) {
    if (tree instanceof Mapping mapping) {
      for (int i = 0; i < mapping.size(); i++) {
        check(mapping.value(i), path + "." + mapping.key(i));
      }
    } else if (tree instanceof Sequence list) {
      for (Tree item : list.items()) {
        check(item, path);
      }
    } else if (hasBrace(tree)) {
      check((Scalar) tree, path);
    }
  }

  private void check(Scalar scalar, String path) {
    String text = scalar.text();
    for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', end(text, at))) {
      String found = text.substring(at, end(text, at));
      if (found.equals("{{")) {
        Optional<String> meant = ofTemplate(text.substring(at));
        if (meant.isPresent()) {
          report(scalar, path, meant.get(), "in which {{ stands for a brace");
          return;
        }
      } else if (!found.endsWith("}")) {
        report(scalar, path, found, "which has no closing brace");
        return;
      } else if (!isName(found) && !isNamespace(found)) {
        report(scalar, path, found, "which stands for nothing");
        return;
      }
    }
  }

  /** A placeholder as templates of other programs have it, with two braces. */
  private static Optional<String> ofTemplate(String text) {
    int close = text.indexOf("}}");
    String word = close < 0 ? "" : text.substring(2, close).strip();
    boolean ours = word.equals(NAME) || word.equals(NAMESPACE);
    return ours ? Optional.of(text.substring(0, close + 2)) : Optional.empty();
  }

  private void report(Scalar scalar, String path, String found, String problem) {
    String word = found.replaceAll("[{}\\s]", "");
    List<String> known = List.of(NAME, NAMESPACE);
    Optional<Proposal> slip =
        found.endsWith("}") && !found.startsWith("{{")
            ? Nearest.only(word, known)
                .flatMap(
                    right ->
                        Proposal.word(
                            scalar.span(),
                            scalar.text(),
                            scalar.text().replace(found, "{" + right + "}")))
            : Optional.empty();
    diagnostics.add(
        Diagnostic.of(
                Code.PLACEHOLDER,
                scalar.span(),
                message(
                    "{} has {}, {}; accepted: {name}, {namespace}, and {{ for a brace",
                    plain(path),
                    found,
                    plain(problem)))
            .withHint("write {name} where the name of the volume belongs")
            .withProposal(slip));
  }

  /** Adds an error for {@code {namespace}} in a source of a volume that has no namespaces. */
  void checkNoNamespace(Tree tree, String volume) {
    if (tree instanceof Mapping mapping) {
      for (Tree value : mapping.values()) {
        checkNoNamespace(value, volume);
      }
    } else if (tree instanceof Sequence list) {
      for (Tree item : list.items()) {
        checkNoNamespace(item, volume);
      }
    } else if (hasBrace(tree) && hasNamespace(((Scalar) tree).text())) {
      diagnostics.addUnlessReported(
          Diagnostic.of(
                  Code.PLACEHOLDER,
                  tree.span(),
                  message(
                      "volume {} has no reserve.namespaces, so {} stands for nothing",
                      volume,
                      "{namespace}"))
              .withHint("write reserve: {namespaces: [...]}, or the namespace itself"));
    }
  }

  /** The tree with names in place of the placeholders. The namespace is empty if there is none. */
  static Tree fill(Tree tree, String name, String namespace) {
    if (tree instanceof Mapping mapping) {
      MappingBuilder filled = new MappingBuilder();
      for (int i = 0; i < mapping.size(); i++) {
        filled.put(mapping, i, fill(mapping.value(i), name, namespace));
      }
      return filled.build(mapping.span());
    }
    if (tree instanceof Sequence list) {
      List<Tree> items = new ArrayList<>();
      for (Tree item : list.items()) {
        items.add(fill(item, name, namespace));
      }
      return Sequence.of(items, list.span());
    }
    return hasBrace(tree)
        ? Scalar.string(fill(((Scalar) tree).text(), name, namespace), tree.span())
        : tree;
  }

  private static String fill(String text, String name, String namespace) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', from)) {
      out.append(text, from, at);
      from = end(text, at);
      String found = text.substring(at, from);
      if (isName(found)) {
        out.append(name);
      } else if (isNamespace(found)) {
        out.append(namespace);
      } else {
        out.append(found.equals("{{") ? "{" : found);
      }
    }
    return out.append(text, from, text.length()).toString();
  }

  private static boolean hasBrace(Tree tree) {
    return tree instanceof Scalar scalar && scalar.isString() && scalar.text().indexOf('{') >= 0;
  }

  private static boolean hasNamespace(String text) {
    return !fill(text, "", "").equals(fill(text, "", NAMESPACE));
  }

  private static boolean isName(String found) {
    return found.equals("{name}");
  }

  private static boolean isNamespace(String found) {
    return found.equals("{namespace}");
  }

  /** The end of what begins with the brace: a second brace, or all to the closing one. */
  private static int end(String text, int brace) {
    if (text.startsWith("{{", brace)) {
      return brace + 2;
    }
    int close = text.indexOf('}', brace);
    int next = text.indexOf('{', brace + 1);
    boolean open = close < 0 || (next >= 0 && next < close);
    return open ? (next < 0 ? text.length() : next) : close + 1;
  }
}
