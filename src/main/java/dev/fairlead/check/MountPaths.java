package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Pod;
import dev.fairlead.model.Tree;
import dev.fairlead.model.Workload;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Paths of a container are absolute, without colon, and lead to one thing each, {@code /data} and
 * {@code /data/} being the same; a device is there once, and not mounted beside. See <a
 * href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#volumes-1">VolumeMount</a>.
 */
final class MountPaths implements Rule {
  /** The beginning of a path in a container of Windows. */
  private static final Pattern WINDOWS = Pattern.compile("[A-Za-z]:[\\\\/]");

  @Override
  public void check(Plan plan, Findings findings) {
    for (Workload workload : plan.workloads()) {
      for (Tree.Mapping container : Pod.of(workload).containers()) {
        check(container, findings);
      }
    }
  }

  private static void check(Tree.Mapping container, Findings findings) {
    Map<String, String> seen = new HashMap<>();
    Set<String> mounted = new HashSet<>();
    for (Tree.Mapping mount : container.mappings("volumeMounts")) {
      path(container, mount, "mountPath", seen, findings);
      if (mount.text("name").isPresent()) {
        mounted.add(mount.text("name").get());
      }
    }
    Set<String> devices = new HashSet<>();
    for (Tree.Mapping device : container.mappings("volumeDevices")) {
      path(container, device, "devicePath", seen, findings);
      String name = device.text("name").orElse("");
      if (!devices.add(name) || mounted.contains(name)) {
        findings.add(
            Code.MOUNT_PATH,
            device.span(),
            container(container)
                + " uses the raw device of volume "
                + quote(name)
                + " twice: the API server rejects it",
            "keep one entry for it, under volumeDevices");
      }
    }
  }

  private static void path(
      Tree.Mapping container,
      Tree.Mapping mount,
      String field,
      Map<String, String> seen,
      Findings findings) {
    Span span = mount.spanOf(field);
    String path = mount.text(field).orElse("");
    boolean unix = path.startsWith("/") && !path.contains(":");
    if (!unix && !WINDOWS.matcher(path).lookingAt()) {
      findings.add(
          Code.MOUNT_PATH,
          span,
          field + " is " + quote(path) + "; accepted are absolute paths without \":\"",
          "write the whole path, as in /data");
      return;
    }
    if (field.equals("devicePath") && (path + "/").contains("/../")) {
      findings.add(
          Code.MOUNT_PATH,
          span,
          "devicePath is " + quote(path) + "; \"..\" can't stand in it",
          "write " + normal(path));
    }
    String first = seen.putIfAbsent(normal(path), path);
    if (first != null) {
      String same = first.equals(path) ? "" : ", which is the same path as " + quote(first);
      findings.add(
          Code.MOUNT_PATH,
          span,
          container(container) + " mounts two things at " + quote(path) + same,
          "mount one of them somewhere else");
    }
  }

  /** The path without what changes nothing: doubled slashes, dots, and steps back. */
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

  private static String container(Tree.Mapping container) {
    return "container " + quote(container.text("name").orElse(""));
  }
}
