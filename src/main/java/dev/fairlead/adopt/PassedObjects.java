package dev.fairlead.adopt;

import dev.fairlead.live.Dump;
import dev.fairlead.live.LiveKind;
import dev.fairlead.live.LiveWorkload;
import dev.fairlead.model.WorkloadKind;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** Objects of a dump of which a spec says nothing. */
public final class PassedObjects {
  private static final int MAX_SHOWN = 8;

  private PassedObjects() {}

  /** One line about them; empty if there are none. */
  public static String line(Dump dump, ImportOptions options) {
    Map<String, Integer> counts = new TreeMap<>(dump.others());
    add(counts, LiveKind.STORAGE_CLASS, dump.classes().size());
    add(counts, LiveKind.NODE, dump.nodes().size());
    add(counts, LiveKind.VOLUME_ATTACHMENT, dump.attachments().size());
    for (LiveKind kind : LiveKind.values()) {
      add(counts, kind, dump.objects(kind).size());
    }
    for (LiveWorkload workload : dump.workloads()) {
      boolean set = workload.kind() == WorkloadKind.STATEFUL_SET;
      if (options.workloads() == ImportOptions.Workloads.NONE && !set
          || workload.controller().isPresent()) {
        counts.merge(workload.kindName(), 1, Integer::sum);
      }
    }
    int all = 0;
    StringJoiner kinds = new StringJoiner(", ");
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      all += count.getValue();
      if (counts.size() <= MAX_SHOWN) {
        kinds.add(count.getValue() + " " + count.getKey());
      }
    }
    String which = counts.size() <= MAX_SHOWN ? ": " + kinds : " of " + counts.size() + " kinds";
    return switch (all) {
      case 0 -> "";
      case 1 -> "passed over 1 other object: " + counts.keySet().iterator().next();
      default -> "passed over " + all + " other objects" + which;
    };
  }

  private static void add(Map<String, Integer> counts, LiveKind kind, int count) {
    if (count > 0) {
      counts.merge(kind.toString(), count, Integer::sum);
    }
  }
}
