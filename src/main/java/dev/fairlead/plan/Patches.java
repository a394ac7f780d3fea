package dev.fairlead.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Merge patches of changed fields. */
final class Patches {
  private Patches() {}

  /** The patch that makes all these changes. */
  static Action.Patch of(ObjectRef object, List<FieldChange> changes) {
    Map<String, Object> body = new LinkedHashMap<>();
    for (FieldChange change : changes) {
      put(body, change.keys(), change.value());
    }
    return new Action.Patch(object, Action.PatchType.MERGE, JsonText.of(body));
  }

  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> body, List<String> keys, Object value) {
    Map<String, Object> owner = body;
    for (String key : keys.subList(0, keys.size() - 1)) {
      owner =
          (Map<String, Object>)
              owner.computeIfAbsent(key, absent -> new LinkedHashMap<String, Object>());
    }
    owner.put(keys.get(keys.size() - 1), value);
  }

  /** All changes in words. */
  static String words(List<FieldChange> changes) {
    return changes.stream().map(FieldChange::words).collect(Collectors.joining("; "));
  }
}
