package dev.fairlead.folder;

/** A rendered file: its name in the folder and its text, marker included. */
public record RenderedFile(String name, String text) {}
