package dev.fairlead.starter;

/** A volume source that a starter can have. */
public interface StarterSource {
  /** The lines of a volume from its size to its topology. */
  String lines();
}
