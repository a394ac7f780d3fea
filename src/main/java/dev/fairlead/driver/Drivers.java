package dev.fairlead.driver;

import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.tree.JsonTree;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The drivers of {@code drivers/catalogue.yaml}. The build makes one JSON text of each. */
public final class Drivers {
  /** The text with the names of all drivers. */
  private static final String NAMES = "";

  private Drivers() {}

  /**
   * The driver with this name, if it is known. Reads its text each time, so keep the answer if you
   * need it again.
   */
  public static Optional<Driver> of(String name) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    String text = DriverTexts.of(name);
    if (text != null) {
      return Optional.of(read(name, text));
    }
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      String base = name.substring(dot + 1);
      String tail = base.isEmpty() ? null : DriverTexts.of(base);
      if (tail != null) {
        Driver driver = read(base, tail);
        return driver.isPrefixed() ? Optional.of(driver) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Driver read(String name, String json) {
    return Driver.of((Mapping) JsonTree.of(name, json));
  }

  /** The names of all drivers, sorted. */
  public static List<String> names() {
    return List.of(DriverTexts.of(NAMES).split("\n"));
  }

  /** The drivers with this word as a part of their names, such as {@code ebs}. */
  public static List<String> with(String word) {
    List<String> found = new ArrayList<>();
    for (String known : names()) {
      if (List.of(known.split("\\.")).contains(word.toLowerCase(Locale.ROOT))) {
        found.add(known);
      }
    }
    return found;
  }

  /** The driver whose name differs from this one by a letter, if it is the only one. */
  public static Optional<String> meant(String name) {
    Optional<String> meant = Optional.empty();
    for (String known : names()) {
      if (Nearest.distance(name.toLowerCase(Locale.ROOT), known, 1) <= 1) {
        if (meant.isPresent()) {
          return Optional.empty();
        }
        meant = Optional.of(known);
      }
    }
    return meant;
  }
}
