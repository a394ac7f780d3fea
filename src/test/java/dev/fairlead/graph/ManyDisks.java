package dev.fairlead.graph;

import java.util.List;

/** Specs with many volumes: several namespaces, of different sizes, some volumes unclaimed. */
final class ManyDisks {
  private static final List<String> NAMES =
      List.of("shop", "media", "billing", "analytics", "search", "mail", "wiki", "git", "backup");
  private static final int[] SIZES = {3, 30, 7, 45, 12, 60};

  private ManyDisks() {}

  static String spec(int volumes) {
    StringBuilder text = new StringBuilder();
    int made = 0;
    for (int i = 0; made < volumes; i++) {
      int size = Math.min(SIZES[i % SIZES.length], volumes - made);
      String name = NAMES.get(i % NAMES.size()) + (i < NAMES.size() ? "" : "-2");
      text.append(document(name, made, size));
      made += size;
    }
    return text.toString();
  }

  private static String document(String name, int first, int size) {
    StringBuilder text = new StringBuilder("---\napiVersion: fairlead.dev/v1\nkind: Storage\n");
    text.append("metadata: {name: ").append(name).append(", namespace: ").append(name);
    text.append("}\nvolumes:\n");
    StringBuilder workloads = new StringBuilder("workloads:\n");
    for (int i = 0; i < size; i++) {
      boolean mounted = i % 7 != 6;
      String volume = name + "-data-" + i;
      text.append("- {name: ").append(volume).append(", storage: 10Gi, reserve: ").append(mounted);
      text.append(", csi: {driver: ebs.csi.aws.com, volumeHandle: ");
      text.append(String.format("vol-%017x", first + i)).append("}}\n");
      if (i % 3 == 0) {
        workloads.append("- name: ").append(name).append('-').append(i / 3);
        workloads.append("\n  kind: StatefulSet\n  spec: {serviceName: app}\n");
        workloads.append("  containers:\n  - name: app\n    image: nginx\n    mounts:\n");
      }
      if (mounted) {
        workloads.append("      /data-").append(i).append(": ").append(volume).append('\n');
      }
    }
    return text.append(workloads).toString();
  }
}
