package dev.fairlead.source;

import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.document.Place;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Where a value stands: the field it belongs to, its own key (line 0 if none), its depth. */
record Slot(
    SourceFile file, String field, int keyLine, int keyColumn, int keyEndColumn, int depth) {
  /** The slot of the value under a key that begins and ends at two marks. */
  Slot under(String name, Mark start, Mark end) {
    // A key that runs over several lines is shown up to the end of its first one.
    boolean oneLine = start.getLine() == end.getLine();
    int keyEnd = oneLine ? end.getColumn() : start.getColumn() + 1;
    return new Slot(file, name, start.getLine() + 1, start.getColumn() + 1, keyEnd + 1, depth + 1);
  }

  /** The slot of an item of a list that stands in this one. */
  Slot item() {
    return new Slot(file, field, 0, 0, 0, depth + 1);
  }

  /** The place of a value in this slot that begins and ends at two marks. */
  Place place(Mark start, Mark end) {
    return new Place(
        file,
        start.getLine() + 1,
        start.getColumn() + 1,
        end.getLine() + 1,
        end.getColumn() + 1,
        keyLine,
        keyColumn,
        keyEndColumn);
  }
}
