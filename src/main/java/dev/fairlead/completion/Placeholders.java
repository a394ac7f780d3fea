package dev.fairlead.completion;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.driver.Drivers;
import dev.fairlead.explain.Field;
import dev.fairlead.explain.Language;
import dev.fairlead.model.KubernetesVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the words stand for that a help text has in the place of values and arguments. */
final class Placeholders {
  private static final String SPECS_ONLY = "FILE is a spec, a folder";

  private final boolean specsOnly;

  /** For the help text of a command. */
  Placeholders(String help) {
    specsOnly = help.replace('\n', ' ').contains(SPECS_ONLY);
  }

  /** What a placeholder such as {@code DRIVER|nfs} stands for, beginning with a word. */
  Candidates of(String placeholder, String word) {
    List<Candidate> words = new ArrayList<>();
    List<String> files = new ArrayList<>();
    boolean folders = false;
    for (String part : placeholder.split("\\|")) {
      Candidates meant = one(part.replace("...", ""), word);
      words.addAll(meant.words());
      files.addAll(meant.files());
      folders |= meant.folders();
    }
    return new Candidates(Completion.beginning(word, words).words(), files, folders);
  }

  private Candidates one(String part, String word) {
    return switch (part) {
      case "FILE" ->
          specsOnly
              ? Candidates.filesEndingIn(".fairlead.yaml", ".fairlead.yml")
              : Candidates.filesEndingIn(".yaml", ".yml", ".json");
      case "DUMP" -> Candidates.filesEndingIn(".yaml", ".yml", ".json");
      case "DIR" -> new Candidates(List.of(), List.of(), true);
      case "VERSION" -> Candidates.of(versions());
      case "CODE" -> Candidates.of(codes());
      case "FIELD" -> Candidates.of(fields(word));
      case "DRIVER" -> Candidates.of(drivers());
      case "WORD" -> of("CODE|FIELD|DRIVER", word);
      // Lower case stands for itself, as in bash|zsh|fish.
      default ->
          part.equals(part.toUpperCase(Locale.ROOT))
              ? Candidates.NONE
              : Candidates.of(List.of(new Candidate(part)));
    };
  }

  private static List<Candidate> versions() {
    List<Candidate> versions = new ArrayList<>();
    KubernetesVersion version = KubernetesVersion.OLDEST;
    while (!KubernetesVersion.NEWEST.isBefore(version)) {
      versions.add(new Candidate(version.toString()));
      version = version.next();
    }
    return versions;
  }

  private static List<Candidate> codes() {
    List<Candidate> codes = new ArrayList<>();
    for (Code code : Code.values()) {
      codes.add(new Candidate(code.slug(), "a finding"));
    }
    return codes;
  }

  private static List<Candidate> drivers() {
    List<Candidate> drivers = new ArrayList<>();
    for (String name : Drivers.names()) {
      String title = Drivers.of(name).orElseThrow().facts().stringOr("title", "");
      drivers.add(new Candidate(name, title));
    }
    return drivers;
  }

  /** The fields with as many dots as the word has. */
  private static List<Candidate> fields(String word) {
    Language language = new Language();
    int dot = word.lastIndexOf('.');
    Optional<Field> owner =
        dot < 0 ? Optional.of(language.root()) : language.at(word.substring(0, dot));
    List<Candidate> fields = new ArrayList<>();
    for (Field field : owner.map(language::fields).orElse(List.of())) {
      fields.add(
          new Candidate(
              word.substring(0, dot + 1) + field.name(),
              field.description().replace("`", "").split("[.:;] ")[0]));
    }
    return fields;
  }
}
