package dev.fairlead.normalize;

import dev.fairlead.model.Ignore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The annotation that carries ignored warnings into the manifest. */
final class Annotations {
  private Annotations() {}

  static Map<String, String> withIgnore(Map<String, String> annotations, List<Ignore> ignore) {
    if (ignore.isEmpty()) {
      return annotations;
    }
    String codes = ignore.stream().map(Ignore::code).distinct().collect(Collectors.joining(","));
    Map<String, String> more = new HashMap<>(annotations);
    more.put(Ignore.ANNOTATION, codes);
    return more;
  }
}
