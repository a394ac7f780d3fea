package dev.fairlead.folder;

/** A file as it shall be: its name in the folder and its text, marker included. */
public record RenderedFile(String name, String text) {}
