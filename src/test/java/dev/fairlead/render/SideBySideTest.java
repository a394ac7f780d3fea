package dev.fairlead.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class SideBySideTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 299, 300, 301, 600, 601, 899, 900, 5000})
  void textsComeInOrder(int count) {
    StringBuilder out = new StringBuilder();
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    SideBySide<Integer> printer =
        new SideBySide<>(
            numbers -> {
              threads.add(Thread.currentThread());
              return text(numbers);
            },
            out::append);
    printer.print(IntStream.range(0, count).boxed().toList());
    assertEquals(text(IntStream.range(0, count).boxed().toList()), out.toString());
    assertEquals(count > 300, threads.size() > 1, "a short list needs no thread");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 299, 300, 599, 600, 650})
  void exceptionsAreRethrown(int at) {
    RuntimeException failure = new IllegalArgumentException("here");
    StringBuilder out = new StringBuilder();
    SideBySide<Integer> printer =
        new SideBySide<>(
            numbers -> {
              if (numbers.contains(at)) {
                throw failure;
              }
              return text(numbers);
            },
            out::append);
    assertSame(
        failure,
        assertThrows(
            IllegalArgumentException.class,
            () -> printer.print(IntStream.range(0, 700).boxed().toList())));
  }

  private static String text(List<Integer> numbers) {
    return numbers.stream().map(number -> number + "\n").collect(Collectors.joining());
  }
}
