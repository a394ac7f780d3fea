package dev.fairlead.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ReadAheadTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 999, 1000, 1001, 4000, 12_345})
  void everythingComesInOrder(int count) {
    try (ReadAhead<Integer> ahead = new ReadAhead<>(IntStream.range(0, count).iterator())) {
      List<Integer> all = new ArrayList<>();
      ahead.forEachRemaining(all::add);
      assertEquals(IntStream.range(0, count).boxed().toList(), all);
      assertFalse(ahead.hasNext());
      assertThrows(NoSuchElementException.class, ahead::next);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 999, 1000, 1001, 7000})
  void whatIsThrownComesOutInItsPlace(int good) {
    RuntimeException failure = new IllegalArgumentException("here");
    Iterator<Integer> broken =
        Stream.iterate(0, number -> number + 1)
            .peek(
                number -> {
                  if (number == good) {
                    throw failure;
                  }
                })
            .iterator();
    try (ReadAhead<Integer> ahead = new ReadAhead<>(broken)) {
      for (int i = 0; i < good; i++) {
        assertEquals(i, ahead.next());
      }
      assertSame(failure, assertThrows(IllegalArgumentException.class, ahead::next));
      assertSame(failure, assertThrows(IllegalArgumentException.class, ahead::hasNext));
    }
  }

  @Test
  void whoeverStopsAskingStopsTheThread() throws InterruptedException {
    Thread[] reader = new Thread[1];
    Iterator<Integer> endless =
        Stream.iterate(0, number -> number + 1)
            .peek(number -> reader[0] = Thread.currentThread())
            .iterator();
    try (ReadAhead<Integer> ahead = new ReadAhead<>(endless)) {
      assertTrue(ahead.hasNext());
    }
    assertTrue(reader[0].isDaemon());
    reader[0].join();
  }
}
