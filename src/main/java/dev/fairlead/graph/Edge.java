package dev.fairlead.graph;

/** A line between two nodes, from left to right, with their ids. */
public record Edge(String from, String to, Link link) {}
