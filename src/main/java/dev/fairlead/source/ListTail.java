package dev.fairlead.source;

import dev.fairlead.document.LongLists;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * The tail of a long list at the top of a document, read by a thread of its own while the reader is
 * on its way there. A parser that stands before an item of such a list is always in the same state,
 * so one that begins there sees what follows as the first one would. Anything out of the ordinary,
 * such as an error or an anchor, makes the tail worthless, and the reader goes on by itself.
 */
final class ListTail {
  /** Each takes a walk through the text and a thread, so one text must not have many. */
  private static final int MOST = 64;

  /** What was read: items, where the last one ends, and anchors and events behind the list. */
  record Part(LongLists.LongList items, Mark end, Anchors anchors, YamlEvents events) {}

  /**
   * The dash that the tail begins with, and nothing but spaces before it. Its offset is in chars,
   * its index in code points; lines and columns count from 0.
   */
  record Dash(int offset, int index, int line, int column) {}

  private final String text;
  private final Mark start;
  private final Supplier<Function<Dash, Optional<Part>>> readers;
  private boolean begun;
  private Optional<Dash> dash = Optional.empty();
  private FutureTask<Optional<Part>> reading;

  /**
   * The tail of a block list that begins at a mark, under a key in the first column; {@code
   * readers} makes what reads it in another thread.
   */
  ListTail(String text, Mark start, Supplier<Function<Dash, Optional<Part>>> readers) {
    this.text = text;
    this.start = start;
    this.readers = readers;
  }

  /**
   * The tail, if it begins with this item. Has it read as soon as a good part of the list is, if
   * more than that is left. The first item behind the dash is that of the dash if it begins in the
   * same line: if the dash was part of a text, no item could begin there.
   */
  Optional<Part> from(Mark item) {
    int read = item.getIndex() - start.getIndex();
    if (!begun && read >= text.length() / MOST && read < text.length() - item.getIndex()) {
      begun = true;
      begin(item);
    }
    if (dash.isEmpty() || item.getIndex() <= dash.get().index()) {
      return Optional.empty();
    }
    boolean there = item.getLine() == dash.get().line();
    dash = Optional.empty();
    if (!there) {
      close();
    }
    return there ? result() : Optional.empty();
  }

  private void begin(Mark item) {
    dash = middle(item, text.length());
    if (dash.isPresent()) {
      Dash first = dash.get();
      Function<Dash, Optional<Part>> reader = readers.get();
      reading = new FutureTask<>(() -> reader.apply(first));
      Thread thread = new Thread(reading, "list-tail");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private Optional<Part> result() {
    try {
      return reading.get();
    } catch (ExecutionException failure) {
      // The reader comes to the same failure, and says where.
      return Optional.empty();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Nobody needs it any more. */
  void close() {
    if (reading != null) {
      reading.cancel(true);
    }
  }

  /** The dash in the middle between an item and an index of the text, if the list goes so far. */
  private Optional<Dash> middle(Mark item, int until) {
    int begin = text.offsetByCodePoints(0, item.getIndex());
    int target = begin + (until - begin) / 2;
    String beginning = " ".repeat(start.getColumn()) + "- ";
    // Where lines end at a CR alone, this is not the parser's line, and the tail is of no use.
    int line = item.getLine();
    for (int end = text.indexOf('\n', begin); end >= 0; end = text.indexOf('\n', end + 1)) {
      line++;
      if (end >= target && text.startsWith(beginning, end + 1)) {
        int offset = end + 1 + start.getColumn();
        int index = item.getIndex() + text.codePointCount(begin, offset);
        return Optional.of(new Dash(offset, index, line, start.getColumn()));
      }
      if (end + 1 < text.length() && Character.isLetter(text.charAt(end + 1))) {
        // Another key, which ends the list.
        return end < until ? middle(item, end) : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
