package dev.fairlead.model;

import java.util.Set;

/** The names of all volumes and claims in the input, even of those with errors. */
public record Names(Set<String> volumes, Set<ClaimRef> claims) {}
