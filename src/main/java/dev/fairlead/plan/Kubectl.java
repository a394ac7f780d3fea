package dev.fairlead.plan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A call of kubectl. See <a href="https://kubernetes.io/docs/reference/kubectl/">kubectl</a>.
 *
 * @param words the words after {@code kubectl}
 * @param input standard input; empty if there is none
 */
public record Kubectl(List<String> words, String input) {
  /** How long a single change may take; the claims of large disks need longer than a minute. */
  private static final String SOON = "--timeout=5m";

  /** How long pods may take to stop or to start. */
  private static final String LATER = "--timeout=15m";

  /** Claims of all pods, each between blanks. Even a pod that has ended holds its claims. */
  private static final String CLAIMS =
      "jsonpath={range .items[*]} {.spec.volumes[*].persistentVolumeClaim.claimName} {end}";

  /** The call that makes a change. */
  public static Kubectl of(Action action) {
    return action.match(
        new Action.Cases<>() {
          @Override
          public Kubectl patch(Action.Patch patch) {
            return new Kubectl(
                words("patch", patch.object(), "--type=" + patch.type(), "--patch=" + patch.body()),
                "");
          }

          @Override
          public Kubectl create(Action.Create create) {
            // So that a later kubectl apply knows what to take away.
            return new Kubectl(List.of("create", "--save-config", "-f", "-"), create.manifest());
          }

          @Override
          public Kubectl apply(Action.Apply apply) {
            return new Kubectl(List.of("apply", "-f", "-"), apply.manifest());
          }

          @Override
          public Kubectl delete(Action.Delete delete) {
            // Only a raw call can name the uid, so that no other object of the name is deleted.
            return new Kubectl(
                List.of("delete", "--raw", url(delete.object()), "-f", "-"),
                "{\"apiVersion\": \"v1\", \"kind\": \"DeleteOptions\", \"preconditions\": {\"uid\":"
                    + " "
                    + JsonText.string(delete.uid())
                    + "}}\n");
          }
        });
  }

  /** The call that prints fields of an object; nothing if there is no such object. */
  public static Kubectl get(Condition.Is condition) {
    return new Kubectl(
        words(
            "get",
            condition.object(),
            "--ignore-not-found",
            "--output=jsonpath=" + condition.template()),
        "");
  }

  /** The call that prints the uid of an object; nothing if there is no such object. */
  public static Kubectl get(Condition.Gone condition) {
    return get(new Condition.Is(condition.object(), "{.metadata.uid}", ""));
  }

  /** The call that prints the claims that pods of a namespace mount, with blanks around each. */
  public static Kubectl claimsOfPods(String namespace) {
    return new Kubectl(
        List.of("get", "pods", "--namespace=" + namespace, "--output=" + CLAIMS), "");
  }

  /** The call that waits until a condition holds. */
  public static Kubectl await(Condition condition) {
    return condition.match(
        new Condition.Cases<>() {
          @Override
          public Kubectl is(Condition.Is is) {
            return new Kubectl(
                words(
                    "wait",
                    is.object(),
                    "--for=jsonpath=" + is.template() + "=" + is.value(),
                    SOON),
                "");
          }

          @Override
          public Kubectl gone(Condition.Gone gone) {
            return new Kubectl(words("wait", gone.object(), "--for=delete", SOON), "");
          }

          @Override
          public Kubectl unused(Condition.Unused unused) {
            throw new IllegalArgumentException("kubectl can't wait for " + unused);
          }

          @Override
          public Kubectl noPods(Condition.NoPods pods) {
            return new Kubectl(
                List.of(
                    "wait",
                    "pods",
                    "--namespace=" + pods.namespace(),
                    "--selector=" + pods.selector(),
                    "--for=delete",
                    LATER),
                "");
          }

          @Override
          public Kubectl rolledOut(Condition.RolledOut rolledOut) {
            List<String> words = new ArrayList<>(List.of("rollout", "status"));
            words.addAll(object(rolledOut.workload()));
            words.add(LATER);
            return new Kubectl(words, "");
          }
        });
  }

  private static List<String> words(String verb, ObjectRef object, String... others) {
    List<String> words = new ArrayList<>(List.of(verb));
    words.addAll(object(object));
    words.addAll(List.of(others));
    return words;
  }

  private static List<String> object(ObjectRef object) {
    // In this form, no name is taken for an option.
    String name = object.kind().resource() + "/" + object.name();
    return object.namespace().isEmpty()
        ? List.of(name)
        : List.of(name, "--namespace=" + object.namespace());
  }

  private static String url(ObjectRef object) {
    String name = escaped(object.name());
    return switch (object.kind()) {
      case PERSISTENT_VOLUME -> "/api/v1/persistentvolumes/" + name;
      case PERSISTENT_VOLUME_CLAIM ->
          "/api/v1/namespaces/" + escaped(object.namespace()) + "/persistentvolumeclaims/" + name;
      default -> throw new IllegalArgumentException("never deleted: " + object);
    };
  }

  /** A name as a part of a URL. Names of Kubernetes need nothing, but a dump may hold anything. */
  private static String escaped(String name) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) b;
      boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.';
      escaped.append(plain ? String.valueOf(c) : String.format("%%%02X", b));
    }
    return escaped.toString();
  }
}
