package dev.fairlead.source;

/** Tells which fields take numbers, so that an ambiguous number gets the right proposal. */
public interface NumberFields {
  /** No field is known to take a number. */
  NumberFields NONE =
      new NumberFields() {
        @Override
        public boolean isWhole(String field) {
          return false;
        }

        @Override
        public boolean isMode(String field) {
          return false;
        }
      };

  /** Whether a field takes a whole number. */
  boolean isWhole(String field);

  /** Whether a field takes permission bits, where a leading zero means octal. */
  boolean isMode(String field);
}
