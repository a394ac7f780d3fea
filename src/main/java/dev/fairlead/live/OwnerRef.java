package dev.fairlead.live;

import dev.fairlead.tree.Mapping;

/**
 * A reference to the owner of an object, which is in the same namespace or in none. See <a
 * href="https://kubernetes.io/docs/concepts/overview/working-with-objects/owners-dependents/">Owners
 * and dependents</a>.
 */
public record OwnerRef(
    String apiVersion, String kind, String name, String uid, boolean isController) {
  static OwnerRef of(Mapping owner) {
    return new OwnerRef(
        owner.stringOr("apiVersion", ""),
        owner.stringOr("kind", ""),
        owner.stringOr("name", ""),
        owner.stringOr("uid", ""),
        owner.isTrue("controller"));
  }
}
