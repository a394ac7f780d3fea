package dev.fairlead.source;

/** What scalars mean that readers of YAML disagree about. */
enum Reading {
  /** They are errors. */
  SPEC,
  /** They are strings, because another program reads the text again. */
  OTHERS,
  /** What kubectl takes them for. */
  KUBECTL
}
