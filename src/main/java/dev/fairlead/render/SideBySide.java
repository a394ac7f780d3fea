package dev.fairlead.render;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Prints items on two cores and passes the texts on in order. A short list is printed by the caller
 * alone, because a thread would cost more time than it saves.
 */
final class SideBySide<T> {
  private static final int BATCH = 300;

  private final Function<List<T>, String> print;
  private final Consumer<String> out;

  SideBySide(Function<List<T>, String> print, Consumer<String> out) {
    this.print = print;
    this.out = out;
  }

  /** Passes on the texts of all items. */
  void print(List<T> items) {
    List<T> rest = items;
    while (rest.size() > BATCH) {
      FutureTask<String> other = start(rest.subList(0, BATCH));
      int end = Math.min(rest.size(), 2 * BATCH);
      String text = print.apply(rest.subList(BATCH, end));
      out.accept(result(other));
      out.accept(text);
      rest = rest.subList(end, rest.size());
    }
    out.accept(print.apply(rest));
  }

  private FutureTask<String> start(List<T> items) {
    FutureTask<String> task = new FutureTask<>(() -> print.apply(items));
    Thread thread = new Thread(task, "print");
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  private static String result(FutureTask<String> task) {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
