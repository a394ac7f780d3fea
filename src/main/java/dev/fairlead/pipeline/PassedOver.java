package dev.fairlead.pipeline;

import java.util.EnumMap;
import java.util.Map;

/** What a folder holds beside manifests, by the reason why it is not looked at. */
public final class PassedOver {
  /** Why something is passed over. */
  enum Reason {
    NO_MANIFEST("without apiVersion and kind"),
    SPEC("for fairlead check"),
    TEMPLATE("with {{ }} of a template"),
    PATCH("that kustomize merges into others"),
    EXPECTATION("that a test compares with"),
    TEMPLATE_TEXT("findings about {{ }}"),
    VARIABLE("findings about ${VARIABLES}");

    private final String words;

    Reason(String words) {
      this.words = words;
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
      line.append(count.getValue()).append(' ').append(count.getKey().words);
    }
    return line.toString();
  }
}
