package dev.fairlead.completion;

/** A word that may be meant, and what it is; that may be empty. */
public record Candidate(String word, String description) {
  Candidate(String word) {
    this(word, "");
  }
}
