/**
 * What the volume binder of Kubernetes makes of live volumes and claims: the one place where they
 * are compared. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#binding">Binding</a>.
 */
package dev.fairlead.binder;
