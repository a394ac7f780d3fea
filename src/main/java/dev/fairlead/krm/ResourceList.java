package dev.fairlead.krm;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.edit.ManifestText;
import dev.fairlead.manifest.SharedParts;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The document that clients exchange with KRM functions. */
record ResourceList(Mapping root) {
  static final String API_VERSION = "config.kubernetes.io/v1";

  private static final String ITEMS = "items";
  private static final String CONFIG = "functionConfig";

  /** The ResourceList in a document, if it is one. */
  static Optional<ResourceList> of(Tree document) {
    return document instanceof Mapping root && root.text("kind").orElse("").equals("ResourceList")
        ? Optional.of(new ResourceList(root))
        : Optional.empty();
  }

  SourceFile file() {
    return root.file();
  }

  List<ClientObject> items() {
    return root.list(ITEMS).stream().map(ClientObject::new).toList();
  }

  Optional<ClientObject> functionConfig() {
    return root.mappingAt(CONFIG)
        .map(config -> new ClientObject(config, root.keySpan(CONFIG).orElseThrow()));
  }

  /** Reports lists that clients never write, and anchors that changes of the text would break. */
  void check(Diagnostics diagnostics) {
    Optional<Tree> items = root.get(ITEMS);
    if (items.isPresent() && !(items.get() instanceof Sequence)) {
      diagnostics.add(
          Code.WRONG_TYPE,
          items.get().span(),
          "items of the ResourceList is not a list",
          "pass a list of objects, or leave items out");
    }
    if (isShared() || needsSpecs()) {
      diagnostics.add(
          Code.BAD_ALIAS,
          file().whole(),
          "the ResourceList has YAML anchors that expanding the specs would break",
          "replace the aliases with the values that they stand for");
    }
  }

  private boolean isShared() {
    Stream<Tree> fields = Stream.of(ITEMS, CONFIG).flatMap(key -> root.get(key).stream());
    return Stream.concat(fields, root.list(ITEMS).stream())
        .anyMatch(part -> !(part instanceof Scalar) && SharedParts.isMarked(part));
  }

  /** Whether another item refers to a part of a spec, which will be removed. */
  private boolean needsSpecs() {
    List<Span> cut = items().stream().filter(ClientObject::isSpec).map(ClientObject::span).toList();
    return items().stream()
        .filter(item -> !item.isSpec())
        .anyMatch(item -> cut.stream().anyMatch(spec -> refersTo(spec, item.tree())));
  }

  private static boolean refersTo(Span other, Tree part) {
    return other.contains(part.span())
        || ManifestText.parts(part).stream().anyMatch(child -> refersTo(other, child));
  }

  /** The specs in the list, including the function config. */
  Stream<ClientObject> specs() {
    return Stream.concat(functionConfig().stream(), items().stream()).filter(ClientObject::isSpec);
  }
}
