package dev.fairlead.render;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes texts of things on two cores and hands them on in order. Few things are done at once by the
 * caller: a thread costs more than it brings.
 */
final class SideBySide<T> implements Consumer<T> {
  private static final int BATCH = 300;

  private final Function<List<T>, String> print;
  private final Consumer<String> out;
  private List<T> batch = new ArrayList<>();
  private FutureTask<String> other;

  SideBySide(Function<List<T>, String> print, Consumer<String> out) {
    this.print = print;
    this.out = out;
  }

  @Override
  public void accept(T thing) {
    batch.add(thing);
    if (batch.size() < BATCH) {
      return;
    }
    List<T> full = batch;
    batch = new ArrayList<>();
    if (other == null) {
      other = new FutureTask<>(() -> print.apply(full));
      Thread thread = new Thread(other, "print");
      thread.setDaemon(true);
      thread.start();
    } else {
      handOn(print.apply(full));
    }
  }

  /** Hands on what is left. */
  void finish() {
    handOn(print.apply(batch));
  }

  private void handOn(String text) {
    if (other != null) {
      out.accept(result());
      other = null;
    }
    out.accept(text);
  }

  private String result() {
    try {
      return other.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
