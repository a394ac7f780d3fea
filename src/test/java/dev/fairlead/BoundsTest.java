package dev.fairlead;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.fairlead.testing.Cli;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the input, the work grows no faster than its size. Each shape is run at two sizes, one
 * four times the other. Allocations are counted exactly; the time of the thread, which also tells
 * of loops that allocate nothing, only has to stay clear of the square.
 */
class BoundsTest {
  private static final int TIMES = 4;
  private static final double MOST_ALLOCATIONS = 1.3 * TIMES;
  private static final double MOST_TIME = 2.5 * TIMES;

  /** Below this, in nanoseconds, a run is too short to tell. */
  private static final long SHORT = 400_000_000;

  /** How often the large text is tried before its time counts. */
  private static final int RUNS = 3;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final String HEAD =
      "apiVersion: fairlead.dev/v1\nkind: Storage\nmetadata: {name: a}\n";
  private static final String LONG = "ab".repeat(122);

  private record Shape(String what, String command, int size, IntFunction<String> text) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static Shape check(String what, int size, IntFunction<String> text) {
    return new Shape(what, "check", size, text);
  }

  private static Shape verify(String what, int size, IntFunction<String> text) {
    return new Shape(what, "verify", size, text);
  }

  private static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining());
  }

  private static String volume(String name, int number) {
    return "- {name: %s, storage: 1Gi, nfs: {server: a.example.com, path: /%d}}\n"
        .formatted(name, number);
  }

  private static String volumes(int count) {
    return HEAD + "volumes:\n" + lines(count, i -> volume("v" + i, i));
  }

  private static String object(String kind, int number, String spec) {
    return "---\napiVersion: v1\nkind: %s\nmetadata: {name: a%d, namespace: a}\nspec: %s\n"
        .formatted(kind, number, spec);
  }

  private static String claim(int number, String more) {
    return object(
        "PersistentVolumeClaim",
        number,
        "{accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}, storageClassName: c"
            + more
            + "}");
  }

  private static String list(String items) {
    return "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n" + items;
  }

  static Stream<Shape> shapes() {
    return Stream.of(
        check("volumes", 1000, BoundsTest::volumes),
        check(
            "a long text used by many aliases",
            1000,
            n ->
                HEAD
                    + "claims:\n- name: a\n  storage: 1Gi\n  annotations:\n    a: &a "
                    + "x".repeat(100 * n)
                    + "\n"
                    + lines(n, i -> "    a" + i + ": *a\n")),
        check(
            "labels shared by volumes",
            500,
            n ->
                HEAD
                    + "volumes:\n- {name: a, storage: 1Gi, labels: &a {"
                    + lines(n, i -> "a" + i + ": b, ")
                    + "}}\n"
                    + lines(n, i -> "- {name: v" + i + ", storage: 1Gi, labels: *a}\n")),
        check(
            "merge keys",
            300,
            n ->
                HEAD
                    + "volumes:\n- &a {name: a, storage: 1Gi, "
                    + lines(n, i -> "a" + i + ": b, ")
                    + "}\n"
                    + lines(n, i -> "- {<<: *a, name: v" + i + "}\n")),
        check(
            "unknown keys of a volume",
            2000,
            n -> HEAD + "volumes:\n- name: a\n" + lines(n, i -> "  zz" + i + ": 1\n")),
        check(
            "unknown keys on one line",
            2000,
            n -> HEAD + "volumes: [{name: a" + lines(n, i -> ", zz" + i + ": 1") + "}]\n"),
        verify(
            "unknown keys of an item of a List",
            2000,
            n ->
                "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: PersistentVolume\n"
                    + "  metadata: {name: a}\n  spec:\n"
                    + lines(n, i -> "    zz" + i + ": 1\n")),
        check(
            "names that refer to nothing",
            300,
            n ->
                HEAD
                    + "volumes:\n"
                    + lines(900, i -> volume("v" + LONG + i, i))
                    + "workloads:\n"
                    + lines(
                        n,
                        i ->
                            "- {name: w%d, containers: [{name: a, image: a, mounts: {/a: w%s%d}}]}\n"
                                .formatted(i, LONG, i))),
        verify(
            "escapes that the parser does not know",
            500,
            n ->
                lines(
                    n,
                    i ->
                        "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: a"
                            + i
                            + "}\ndata: {a: \"x\\Lx\"}\n")),
        check(
            "a long plain text",
            250_000,
            n ->
                HEAD
                    + "claims: [{name: a, storage: 1Gi, annotations: {a: "
                    + "x".repeat(n)
                    + "}}]\n"),
        check(
            "a text beyond the limit",
            2_400_000,
            n -> HEAD + "claims: \"" + "x ".repeat(n) + "\"\n"),
        check(
            "a long text over many lines",
            50_000,
            n ->
                HEAD
                    + "claims:\n- name: a\n  storage: 1Gi\n  annotations:\n    a: |\n"
                    + lines(n, i -> "      x\n")),
        check(
            "volumes mounted in one container",
            1000,
            n ->
                volumes(n)
                    + "workloads:\n"
                    + "- name: a\n"
                    + "  containers:\n"
                    + "  - name: a\n"
                    + "    image: a\n"
                    + "    mounts:\n"
                    + lines(n, i -> "      /m" + i + ": v" + i + "\n")),
        check(
            "many documents",
            500,
            n ->
                lines(
                    n,
                    i ->
                        "---\n"
                            + HEAD.replace("name: a", "name: a" + i)
                            + "claims: [{name: a"
                            + i
                            + ", storage: 1Gi}]\n")),
        check(
            "one name for all volumes",
            1000,
            n -> HEAD + "volumes:\n" + lines(n, i -> volume("a", i))),
        check(
            "one disk for all volumes",
            1000,
            n -> HEAD + "volumes:\n" + lines(n, i -> volume("v" + i, 0))),
        check("one key many times", 2000, n -> HEAD + lines(n, i -> "a: b\n")),
        check("brackets that are never closed", 20_000, n -> HEAD + "a: " + "[".repeat(n)),
        check("anchors", 2000, n -> HEAD + "a:\n" + lines(n, i -> "- &a" + i + " b\n")),
        check("comments", 20_000, n -> HEAD + lines(n, i -> "# comment\n")),
        verify(
            "claims and volumes that fit",
            300,
            n ->
                lines(n, i -> claim(i, ""))
                    + lines(
                        n,
                        i ->
                            object(
                                "PersistentVolume",
                                i,
                                "{accessModes: [ReadWriteOnce], capacity: {storage: 1Gi},"
                                    + " storageClassName: c, nfs: {server: a.example.com, path: /"
                                    + i
                                    + "}}"))),
        verify(
            "claims that no volume fits",
            300,
            n ->
                lines(n, i -> claim(i, ", selector: {matchLabels: {a: b" + i + "}}"))
                    + lines(
                        n,
                        i ->
                            object(
                                "PersistentVolume",
                                i,
                                "{accessModes: [ReadWriteOnce], capacity: {storage: 1Gi},"
                                    + " storageClassName: c, nfs: {server: a.example.com, path: /"
                                    + i
                                    + "}}"))),
        verify(
            "pods that share a claim",
            300,
            n ->
                claim(0, "")
                    + lines(
                        n,
                        i ->
                            object(
                                "Pod",
                                i,
                                "{containers: [{name: a, image: a, volumeMounts: [{name: v,"
                                    + " mountPath: /a}]}], volumes: [{name: v,"
                                    + " persistentVolumeClaim: {claimName: a0}}]}"))),
        verify(
            "mounts of one pod",
            1000,
            n ->
                object(
                    "Pod",
                    0,
                    "\n  containers:\n  - name: a\n    image: a\n    volumeMounts:\n"
                        + lines(n, i -> "    - {name: v" + i + ", mountPath: /" + i + "}\n")
                        + "  volumes:\n"
                        + lines(n, i -> "  - {name: v" + i + ", emptyDir: {}}\n"))),
        new Shape(
            "slips to fix",
            "fix",
            200,
            n ->
                HEAD
                    + "volumes:\n"
                    + lines(n, i -> volume("v" + i, i).replace("storage", "storag"))),
        new Shape(
            "slips whose fix shows another",
            "fix",
            200,
            n ->
                HEAD
                    + "volumes:\n"
                    + lines(n, i -> volume("V" + i, i).replace("storage: 1Gi", "storag: 01"))),
        check(
            "workloads that claim one volume",
            300,
            n ->
                volumes(1)
                    + "workloads:\n"
                    + lines(
                        n,
                        i ->
                            "- {name: w%d, containers: [{name: a, image: a, mounts: {/a: v0}}]}\n"
                                .formatted(i))),
        check(
            "containers of one pod",
            300,
            n ->
                volumes(1)
                    + "workloads:\n- name: w\n  containers:\n"
                    + lines(n, i -> "  - {name: c%d, image: a, mounts: {/a: v0}}\n".formatted(i))),
        check(
            "a StatefulSet with many volumes of its own",
            200,
            n ->
                volumes(n)
                    + "workloads:\n- name: w\n  kind: StatefulSet\n  replicas: "
                    + n
                    + "\n  containers:\n  - name: c\n    image: a\n    mounts:\n      /a: {each: ["
                    + lines(n, i -> (i == 0 ? "v" : ", v") + i)
                    + "]}\n"),
        new Shape(
            "specs with an error in a ResourceList",
            "",
            300,
            n ->
                list(
                    lines(
                        n,
                        i ->
                            "- apiVersion: fairlead.dev/v1\n  kind: Storage\n  metadata: {name: a"
                                + i
                                + "}\n  claims: [{name: a"
                                + i
                                + ", storage: 010}]\n"))),
        new Shape(
            "items of others in a ResourceList",
            "",
            500,
            n ->
                list(
                        lines(
                            n,
                            i ->
                                "- {apiVersion: v1, kind: ConfigMap, metadata: {name: a"
                                    + i
                                    + "}}\n"))
                    + "functionConfig: {apiVersion: fairlead.dev/v1, kind: Storage, metadata:"
                    + " {name: a}, claims: [{name: a, storage: 1Gi}]}\n"));
  }

  private record Work(long allocated, long nanoseconds) {}

  private static Work work(Shape shape, String text) {
    List<String> args = shape.command().isEmpty() ? List.of() : List.of(shape.command(), "-");
    long id = Thread.currentThread().getId();
    long allocated = THREADS.getThreadAllocatedBytes(id);
    long start = THREADS.getCurrentThreadCpuTime();
    Cli.Result result = Cli.run(args, text);
    long time = THREADS.getCurrentThreadCpuTime() - start;
    assertTrue(result.code() < 2, result.err());
    return new Work(THREADS.getThreadAllocatedBytes(id) - allocated, time);
  }

  /** Work that grows too fast does so each time; a busy machine makes only some runs slow. */
  private static Work fastest(Shape shape, String text, Work small) {
    Work fastest = work(shape, text);
    for (int run = 1; run < RUNS && fastest.nanoseconds() > TIMES * small.nanoseconds(); run++) {
      Work again = work(shape, text);
      fastest = again.nanoseconds() < fastest.nanoseconds() ? again : fastest;
    }
    return fastest;
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void workGrowsNoFasterThanTheInput(Shape shape) {
    String small = shape.text().apply(shape.size());
    String large = shape.text().apply(TIMES * shape.size());
    work(shape, small);
    Work one = work(shape, small);
    Work more = fastest(shape, large, one);
    double size = (double) large.length() / small.length() / TIMES;
    double allocations = (double) more.allocated() / one.allocated();
    double time = (double) more.nanoseconds() / one.nanoseconds();
    String told =
        "%s: %.1f times the allocations (%d MB), %.1f times the time (%d ms)"
            .formatted(
                shape, allocations, more.allocated() >> 20, time, more.nanoseconds() / 1_000_000);
    System.out.println("[bounds] " + told);
    assertTrue(allocations <= MOST_ALLOCATIONS * Math.max(1, size), told);
    assertTrue(more.nanoseconds() < SHORT || time <= MOST_TIME * Math.max(1, size), told);
  }
}
