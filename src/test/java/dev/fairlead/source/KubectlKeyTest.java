package dev.fairlead.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys that {@code kubectl create --dry-run=client -o json} writes. */
class KubectlKeyTest {
  @ParameterizedTest
  @CsvSource({
    "y, true",
    "On, true",
    "no, false",
    "TRUE, true",
    "0123, 83",
    "0x1F, 31",
    "1_000, 1000",
    "+5, 5",
    "1.10, 1.1",
    "1e3, 1000",
    ".5, 0.5",
    "1234567.5, 1.2345675e+06",
    "0.00001, 1e-05",
    "123456789012345678901234567890, 1.2345679e+29",
    "18446744073709551615, 18446744073709551615",
    "18446744073709551616, 1.8446744e+19",
    "app, app",
    "yes-no, yes-no",
    "2024-01-02, 2024-01-02",
    "1.2.3, 1.2.3",
  })
  void isWhatKubectlWrites(String key, String read) {
    assertEquals(read, KubectlKey.of(key));
  }
}
