package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Pod;
import dev.fairlead.model.Workload;
import dev.fairlead.tree.Mapping;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Mount paths of a container are absolute, have no colon and are unique; {@code /data} and {@code
 * /data/} are the same path. A raw device is listed once and is not mounted as well. See <a
 * href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#volumes-1">VolumeMount</a>.
 */
final class MountPaths extends Rule {
  /** The beginning of a path in a Windows container: a drive, a share or a pipe. */
  private static final Pattern WINDOWS = Pattern.compile("[A-Za-z]:([\\\\/]|\\z)|\\\\\\\\");

  @Override
  void checkPods(Workload workload, Findings findings) {
    for (Mapping container : Pod.of(workload).containers()) {
      check(container, findings);
    }
  }

  private static void check(Mapping container, Findings findings) {
    Map<String, Mapping> seen = new HashMap<>();
    Map<String, Mapping> used = new HashMap<>();
    for (Mapping mount : container.mappings("volumeMounts")) {
      path(container, mount, "mountPath", seen, findings);
      if (mount.text("name").isPresent()) {
        used.put(mount.text("name").get(), mount);
      }
    }
    for (Mapping device : container.mappings("volumeDevices")) {
      path(container, device, "devicePath", seen, findings);
      String name = name(device);
      Mapping first = used.putIfAbsent(name, device);
      if (first != null) {
        findings.add(
            Diagnostic.of(
                    Code.MOUNT_PATH,
                    device.span(),
                    message(
                        "container {} uses the raw device of volume {} twice: the API server"
                            + " rejects it",
                        name(container),
                        name))
                .withHint("keep one entry for it, under volumeDevices")
                .withRelated(first.span(), "first used here"));
      }
    }
  }

  private static void path(
      Mapping container,
      Mapping mount,
      String field,
      Map<String, Mapping> seen,
      Findings findings) {
    Span span = mount.spanOf(field);
    String path = mount.text(field).orElse("");
    boolean unix = path.startsWith("/") && !path.contains(":");
    if (!unix && !WINDOWS.matcher(path).lookingAt()) {
      findings.addUnlessReported(
          Code.MOUNT_PATH,
          span,
          message("{} is {}; accepted are absolute paths without \":\"", plain(field), path),
          "write the full path, as in /data");
      return;
    }
    if (field.equals("devicePath") && (path + "/").contains("/../")) {
      findings.add(
          Code.MOUNT_PATH,
          span,
          message("devicePath is {}; \"..\" is not allowed in it", path),
          "write " + normal(path));
    }
    Mapping there = seen.putIfAbsent(normal(path), mount);
    if (there != null) {
      String key = there.has("mountPath") ? "mountPath" : "devicePath";
      String first = there.text(key).orElse("");
      String same = first.equals(path) ? "" : message(", which is the same path as {}", first);
      findings.add(
          Diagnostic.of(
                  Code.MOUNT_PATH,
                  span,
                  message(
                      "container {} mounts two things at {}{}", name(container), path, plain(same)))
              .withHint("mount one of them somewhere else")
              .withRelated(there.spanOf(key), "first used here"));
    }
  }

  /** The path without repeated slashes, {@code .} and {@code ..}. */
  private static String normal(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/")) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return "/" + String.join("/", parts);
  }

  private static String name(Mapping named) {
    return named.text("name").orElse("");
  }
}
