package dev.fairlead.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "1k, 1000",
    "1Ki, 1024",
    "3Mi, 3145728",
    "5Gi, 5368709120",
    "1.5Gi, 1610612736",
    "1., 1",
    ".5Ki, 512",
    "1e3, 1000",
    "1E3, 1000",
    "1E, 1000000000000000000",
    "1e+2, 100",
    "7Ei, 8070450532247928832",
    "0.5k, 500",
    "012, 12",
    "+1Gi, 1073741824",
    "007Ki, 7168",
    "999999999Gi, 1073741822926258176",
    "1000000000Gi, 1073741824000000000",
    "8589934591Gi, 9223372035781033984"
  })
  void wholeBytes(String text, String bytes) {
    assertEquals(Optional.of(new Quantity(text, Long.parseLong(bytes))), Quantity.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "0Gi",
        "-1",
        "1.5",
        "1.1Gi",
        "1m",
        "1u",
        "1n",
        "1K",
        "1ki",
        "1GB",
        "1Gib",
        "1 Gi",
        "1e",
        "1e-1",
        "8Ei",
        "9223372036854775808",
        "1e999",
        "Gi",
        ".",
        "1.2.3",
        "1GiGi",
        "0Ki",
        "8589934592Gi",
        "17179869185Gi"
      })
  void rejected(String text) {
    assertEquals(Optional.empty(), Quantity.parse(text));
  }
}
