package dev.fairlead.completion;

import java.util.List;

/**
 * What a shell offers for a word.
 *
 * @param words words that may be meant
 * @param files the ends of names of files that may be meant
 * @param folders whether folders may be meant
 */
public record Candidates(List<Candidate> words, List<String> files, boolean folders) {
  static final Candidates NONE = of(List.of());

  static Candidates of(List<Candidate> words) {
    return new Candidates(words, List.of(), false);
  }

  static Candidates filesEndingIn(String... ends) {
    return new Candidates(List.of(), List.of(ends), true);
  }
}
