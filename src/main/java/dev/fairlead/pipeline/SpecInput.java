package dev.fairlead.pipeline;

/** A spec file as it was read: the name that messages show, and its bytes. */
public record SpecInput(String name, byte[] bytes) {}
