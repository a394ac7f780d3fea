package dev.fairlead.pipeline;

import java.util.EnumMap;
import java.util.Map;

/** What a folder holds beside manifests, by the reason why it is not looked at. */
public final class PassedOver {
  /** Why something is passed over. */
  enum Reason {
    NO_MANIFEST("document", " without apiVersion and kind"),
    SPEC("spec", " (see fairlead check)"),
    TEMPLATE("template", " with {{ }}"),
    PATCH("kustomize patch", "", "es"),
    EXPECTATION("expectation", " of a test"),
    TEMPLATE_TEXT("finding", " about {{ }}"),
    VARIABLE("finding", " about a ${VARIABLE}");

    private final String noun;
    private final String which;
    private final String plural;

    Reason(String noun, String which) {
      this(noun, which, "s");
    }

    Reason(String noun, String which, String plural) {
      this.noun = noun;
      this.which = which;
      this.plural = plural;
    }

    private String words(int count) {
      return count + " " + noun + (count == 1 ? "" : plural) + which;
    }
  }

  private final Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
  private int read;

  /** Counts one more. */
  void add(Reason reason) {
    counts.merge(reason, 1, Integer::sum);
  }

  /** Counts what was not passed over. */
  void read(int documents) {
    read += documents;
  }

  /** Whether there was anything but what was passed over. */
  public boolean isAll() {
    return read == 0 && !counts.isEmpty();
  }

  /** One line about it. Empty if nothing was passed over. */
  public String line() {
    StringBuilder line = new StringBuilder();
    for (Map.Entry<Reason, Integer> count : counts.entrySet()) {
      line.append(line.isEmpty() ? "passed over " : ", ");
      line.append(count.getKey().words(count.getValue()));
    }
    return line.toString();
  }
}
