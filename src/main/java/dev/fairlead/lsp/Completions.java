package dev.fairlead.lsp;

import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.explain.Field;
import dev.fairlead.explain.FieldMarkdown;
import dev.fairlead.explain.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.InsertTextMode;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What can be typed at a position: the keys of the language, its values, and names. */
final class Completions {
  private final Language language = new Language();

  /** The items for a position of a file. */
  List<CompletionItem> at(Analysis analysis, SourceFile file, Position position) {
    String text = file.text();
    int offset = Places.offset(file, position);
    Optional<Cursor> key = Cursor.asKey(text, offset);
    List<CompletionItem> items = new ArrayList<>();
    key.ifPresent(cursor -> addKeys(cursor, file, items));
    if (items.isEmpty()) {
      Cursor.asValue(text, offset).ifPresent(cursor -> addValues(analysis, cursor, file, items));
    }
    for (int i = 0; i < items.size(); i++) {
      items.get(i).setSortText(String.format("%04d", i));
    }
    return items;
  }

  private void addKeys(Cursor cursor, SourceFile file, List<CompletionItem> items) {
    Spot spot = cursor.spot();
    if (!spot.isKey()) {
      return;
    }
    for (Offer offer : Offers.topologyKeys(spot)) {
      if (!spot.owner().has(offer.text())) {
        items.add(item(offer, offer.text() + colon(cursor, file), cursor, file));
      }
    }
    Optional<Field> owner = language.at(spot.parent());
    if (owner.isEmpty() || isKeyOfMap(owner.get(), spot)) {
      return;
    }
    for (boolean required : new boolean[] {true, false}) {
      for (Field field : language.fields(owner.get())) {
        if (field.isRequired() == required
            && !field.isRemoved()
            && !spot.owner().has(field.name())) {
          items.add(keyItem(field, cursor, file));
        }
      }
    }
  }

  /** Whether the user chooses the key, as the paths of {@code mounts}. */
  private static boolean isKeyOfMap(Field owner, Spot spot) {
    return owner.isMap() && spot.key(1).equals(owner.name());
  }

  private static CompletionItem keyItem(Field field, Cursor cursor, SourceFile file) {
    Offer offer =
        new Offer(field.name(), field.type(), FieldMarkdown.of(field), CompletionItemKind.Property);
    String colon = colon(cursor, file);
    boolean isBlock = Brackets.closing(file.text().substring(0, cursor.start())).isEmpty();
    String below = "\n" + " ".repeat(cursor.start() - file.startOfLine(cursor.start()) + 2);
    String tail =
        switch (isBlock && !colon.isEmpty() ? field.type() : "") {
          case "a mapping" -> ":" + below;
          case "a list" -> ":" + below + "- ";
          default -> colon;
        };
    return item(offer, field.name() + tail, cursor, file);
  }

  private static String colon(Cursor cursor, SourceFile file) {
    return file.text().startsWith(":", cursor.end()) ? "" : ": ";
  }

  private void addValues(
      Analysis analysis, Cursor cursor, SourceFile file, List<CompletionItem> items) {
    Spot spot = cursor.spot();
    if (spot.isKey()) {
      return;
    }
    String scope = Names.scope(file.name(), cursor.document());
    List<Offer> offers = new ArrayList<>(Offers.values(spot, scope, analysis.names()));
    if (offers.isEmpty()) {
      language.at(spot.keys()).ifPresent(field -> offers.addAll(Offers.of(field)));
    }
    offers.forEach(offer -> items.add(item(offer, offer.text(), cursor, file)));
  }

  private static CompletionItem item(Offer offer, String text, Cursor cursor, SourceFile file) {
    CompletionItem item = new CompletionItem(offer.text());
    item.setKind(offer.kind());
    item.setDetail(offer.detail());
    if (!offer.markdown().isEmpty()) {
      item.setDocumentation(new MarkupContent("markdown", offer.markdown()));
    }
    Range range =
        new Range(Places.position(file, cursor.start()), Places.position(file, cursor.end()));
    item.setTextEdit(Either.forLeft(new TextEdit(range, text)));
    item.setInsertTextMode(InsertTextMode.AsIs);
    return item;
  }
}
