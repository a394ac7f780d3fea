package dev.fairlead.model;

import java.util.Set;

/** What there is by name, whether or not it could be completed. */
public record Names(Set<String> volumes, Set<ClaimRef> claims) {}
