package dev.fairlead.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strings that are printed without quotes, and strings that need quotes. */
class YamlScalarTest {
  @ParameterizedTest
  @ValueSource(strings = {"50Gi", "1Ki", "9Ei", "a", "/a", "a.b/c-d_e9", "a:b", "azAZ09", "i"})
  void plain(String text) {
    assertEquals(text, YamlScalar.of(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "50", "50G", "0Gi", "01Gi", "50mi", "50gi", "Gi ", "5.5Gi", "-5Gi", "5/Gi", "5:Gi",
        "5i", "a,b", "a b", "a:", "a+b", ".a", "-a", "yes", "No", "a;b", "a@b", "a[", "a`", "a{"
      })
  void quoted(String text) {
    assertEquals('"' + text + '"', YamlScalar.of(text));
  }
}
