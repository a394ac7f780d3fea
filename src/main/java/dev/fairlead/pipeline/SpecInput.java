package dev.fairlead.pipeline;

/** An input file: the name that messages show, and its bytes. */
public record SpecInput(String name, byte[] bytes) {}
