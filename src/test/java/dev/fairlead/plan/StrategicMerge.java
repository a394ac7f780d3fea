package dev.fairlead.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Merges patches of kubectl: a merge patch, in which lists of things with names are merged by name.
 * See <a
 * href="https://kubernetes.io/docs/tasks/manage-kubernetes-objects/update-api-object-kubectl-patch/">kubectl
 * patch</a>.
 */
final class StrategicMerge {
  private StrategicMerge() {}

  static Object of(Object target, Object patch) {
    if (patch instanceof Map<?, ?> changes) {
      Map<String, Object> merged =
          target instanceof Map<?, ?>
              ? ModelObject.map(ModelObject.copy(target))
              : new LinkedHashMap<>();
      changes.forEach(
          (key, value) -> {
            if (value == null) {
              merged.remove(key.toString());
            } else if (!key.toString().startsWith("$")) {
              merged.put(key.toString(), of(merged.get(key.toString()), value));
            }
          });
      return merged;
    }
    if (patch instanceof List<?> items && target instanceof List<?> before && isNamed(items)) {
      List<Object> merged = new ArrayList<>(before);
      for (Object item : items) {
        String name = name(item);
        Object old =
            before.stream().filter(b -> Objects.equals(name(b), name)).findFirst().orElse(null);
        merged.remove(old);
        if (!"delete".equals(ModelObject.map(item).get("$patch"))) {
          merged.add(of(old, item));
        }
      }
      return merged;
    }
    return ModelObject.copy(patch);
  }

  private static boolean isNamed(List<?> items) {
    return items.stream().allMatch(item -> item instanceof Map<?, ?> && name(item) != null);
  }

  private static String name(Object item) {
    return (String) ModelObject.map(item).get("name");
  }
}
