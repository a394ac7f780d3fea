package dev.fairlead.starter;

/** The text of a commented spec to begin with. A key without a value is a blank to fill in. */
public final class Starter {
  private static final String HEAD =
      """
      # A spec for fairlead. What to do with it:
      #   fairlead check %1$s    reports blanks and mistakes
      #   fairlead render %1$s   prints the manifests
      #   fairlead explain volumes   explains a field and the fields in it
      apiVersion: fairlead.dev/v1
      kind: Storage
      metadata:
        name: %2$s
        namespace: default                # of claims and workloads
      volumes:
        - name: data                      # the PersistentVolume
      """;

  private static final String TAIL =
      """
          reserve: true                   # makes the claim pvc-data; for one that exists: bindTo: NAME

      # A pod for the volume. Take away the "# " before each line to have it made, too.
      # workloads:
      #   - name: app
      #     kind: Pod                     # or Deployment, StatefulSet, DaemonSet, Job, CronJob
      #     containers:
      #       - name: app
      #         image: nginx:1.27
      #         mounts:
      #           /data: data             # a path in the container: a volume
      """;

  private Starter() {}

  /** The text of a file for one volume. {@code file} and {@code name} are those of the spec. */
  public static String of(String file, String name, StarterSource source) {
    return HEAD.formatted(file, name) + source.lines() + TAIL;
  }
}
