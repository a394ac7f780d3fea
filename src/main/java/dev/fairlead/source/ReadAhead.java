package dev.fairlead.source;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Another iterator, asked by a thread of its own: what it makes is ready when it is wanted. What it
 * throws comes out in its place.
 */
final class ReadAhead<T> implements Iterator<T>, AutoCloseable {
  private static final int BATCH = 1000;
  private static final int BATCHES = 4;

  /** Some items, and what came instead of the next one, if anything did. */
  private record Batch<T>(List<T> items, boolean last, RuntimeException failure) {}

  private final BlockingQueue<Batch<T>> ready = new ArrayBlockingQueue<>(BATCHES);
  private final Thread thread;
  private Batch<T> batch = new Batch<>(List.of(), false, null);
  private int next;

  ReadAhead(Iterator<T> items) {
    thread = new Thread(() -> readAll(items), "read-ahead");
    thread.setDaemon(true);
    thread.start();
  }

  private void readAll(Iterator<T> items) {
    try {
      Batch<T> made;
      do {
        made = read(items);
        ready.put(made);
      } while (!made.last());
    } catch (InterruptedException closed) {
      // Nobody wants the rest.
    }
  }

  private static <T> Batch<T> read(Iterator<T> items) {
    List<T> made = new ArrayList<>(BATCH);
    try {
      while (made.size() < BATCH && items.hasNext()) {
        made.add(items.next());
      }
      return new Batch<>(made, made.size() < BATCH, null);
    } catch (RuntimeException failure) {
      return new Batch<>(made, true, failure);
    }
  }

  @Override
  public boolean hasNext() {
    while (next == batch.items().size() && !batch.last()) {
      try {
        batch = ready.take();
        next = 0;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    if (next == batch.items().size() && batch.failure() != null) {
      throw batch.failure();
    }
    return next < batch.items().size();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return batch.items().get(next++);
  }

  /** Stops the thread. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
