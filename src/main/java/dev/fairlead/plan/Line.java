package dev.fairlead.plan;

/** What becomes of an object, and why. */
public record Line(Verdict verdict, ObjectRef object, String reason) {}
