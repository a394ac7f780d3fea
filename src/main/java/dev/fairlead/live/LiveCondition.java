package dev.fairlead.live;

import dev.fairlead.tree.Mapping;

/** A condition of an object's status, such as {@code FileSystemResizePending}. */
public record LiveCondition(String type, String status, String reason, String message) {
  static LiveCondition of(Mapping condition) {
    return new LiveCondition(
        condition.stringOr("type", ""),
        condition.stringOr("status", ""),
        condition.stringOr("reason", ""),
        condition.stringOr("message", ""));
  }

  /** Whether the condition is met. */
  public boolean isTrue() {
    return status.equals("True");
  }
}
