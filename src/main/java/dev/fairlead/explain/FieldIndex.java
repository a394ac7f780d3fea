package dev.fairlead.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All fields of the language, by the end of their paths. */
final class FieldIndex {
  private final Language language;
  private final List<Field> fields = new ArrayList<>();

  FieldIndex(Language language) {
    this.language = language;
    addBelow(language.root());
  }

  private void addBelow(Field owner) {
    for (Field field : language.fields(owner)) {
      if (!field.isRemoved()) {
        fields.add(field);
      }
    }
    for (Field field : language.fields(owner)) {
      if (!field.isRemoved()) {
        addBelow(field);
      }
    }
  }

  /** The names of all fields. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    fields.forEach(field -> names.add(field.name()));
    return names;
  }

  /** The fields whose paths end with these names, or that accept this word as a value. */
  List<Field> called(String word) {
    List<Field> named = named(word);
    return leading(
        named.isEmpty() ? fields.stream().filter(field -> accepts(field, word)).toList() : named);
  }

  /** The field whose path ends with these names, if there is only one. */
  Optional<Field> only(String word) {
    List<Field> called = called(word);
    return called.size() == 1 ? Optional.of(called.get(0)) : Optional.empty();
  }

  /** The other paths of this name, which stand for the same or are fields of Kubernetes. */
  List<String> others(Field field, String word) {
    return named(word).stream()
        .map(Field::path)
        .filter(path -> !path.equals(field.path()))
        .toList();
  }

  private List<Field> named(String word) {
    return fields.stream().filter(field -> field.path().endsWith("." + word)).toList();
  }

  /** Without those that stand for another one, and fields of Kubernetes only if all are. */
  private static List<Field> leading(List<Field> found) {
    Set<String> paths = new TreeSet<>();
    found.forEach(field -> paths.add(field.path()));
    List<Field> own =
        found.stream()
            .filter(
                field -> {
                  String main = main(field.path());
                  return main.equals(field.path()) || !paths.contains(main);
                })
            .toList();
    List<Field> ours = own.stream().filter(field -> !isOfKubernetes(field)).toList();
    return ours.isEmpty() ? own : ours;
  }

  /** Whether a field is part of a PodSpec or of the spec of a workload, as Kubernetes has them. */
  private static boolean isOfKubernetes(Field field) {
    return field.path().startsWith("workloads.podSpec.")
        || field.path().startsWith("workloads.spec.");
  }

  /** The path that the documentation describes, of a field that stands in two places. */
  private static String main(String path) {
    return path.replaceFirst("^defaults\\.", "volumes.")
        .replaceFirst("^workloads\\.initContainers\\.", "workloads.containers.");
  }

  private static boolean accepts(Field field, String word) {
    return field.values().stream().anyMatch(value -> value.text().equals(word));
  }
}
