package dev.fairlead.driver;

import dev.fairlead.tree.Mapping;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the handles of a driver look like.
 *
 * @param accepted what the driver takes; empty if it takes any text
 * @param acceptedForm the same in words
 * @param usual what handles look like; empty if they may look like anything
 * @param form the same in words
 * @param zone a handle that names its zone, with the zone as its group
 * @param anyCase whether upper and lower case are the same
 * @param severalZones whether a disk with such a handle may be in more than one zone
 */
public record HandleForm(
    Optional<Pattern> accepted,
    String acceptedForm,
    Optional<Pattern> usual,
    String form,
    Optional<Pattern> zone,
    boolean anyCase,
    boolean severalZones) {

  static HandleForm of(Mapping json) {
    boolean anyCase = json.isTrue("anyCase");
    String form = json.stringOr("form", "");
    return new HandleForm(
        pattern(json, "accepted", anyCase),
        json.stringOr("acceptedForm", form),
        pattern(json, "usual", anyCase),
        form,
        pattern(json, "zone", anyCase),
        anyCase,
        json.isTrue("severalZones"));
  }

  private static Optional<Pattern> pattern(Mapping json, String key, boolean anyCase) {
    String regex = json.stringOr(key, "");
    return regex.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Pattern.compile(regex, Pattern.DOTALL | (anyCase ? Pattern.CASE_INSENSITIVE : 0)));
  }

  /** Whether the driver takes the handle. */
  public boolean accepts(String handle) {
    return accepted.isEmpty() || accepted.get().matcher(handle).matches();
  }

  /** Whether the handle looks like those of the driver. */
  public boolean isUsual(String handle) {
    return usual.isEmpty() || usual.get().matcher(handle).matches();
  }

  /** The zone that the handle names, if it does. */
  public Optional<String> zoneOf(String handle) {
    if (zone.isEmpty()) {
      return Optional.empty();
    }
    Matcher matcher = zone.get().matcher(handle);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
