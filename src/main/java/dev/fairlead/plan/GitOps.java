package dev.fairlead.plan;

import dev.fairlead.live.Live;
import dev.fairlead.tree.Mapping;
import java.util.Optional;

/**
 * The controllers that put objects back to what a repository says. They have to rest while a plan
 * is under way. See <a
 * href="https://argo-cd.readthedocs.io/en/stable/user-guide/resource_tracking/">Argo CD</a> and <a
 * href="https://fluxcd.io/flux/components/kustomize/kustomizations/">Flux</a>.
 */
final class GitOps {
  private static final String TRACKING = "argocd.argoproj.io/tracking-id";
  private static final String INSTANCE = "argocd.argoproj.io/instance";

  /** Where Argo CD keeps its applications unless it is told otherwise. */
  private static final String ARGO_NAMESPACE = "argocd";

  private GitOps() {}

  /** The controller of an object, if its labels and annotations name one. */
  static Optional<ObjectRef> of(Live live) {
    Mapping labels = live.labels();
    Optional<ObjectRef> flux = flux(labels, "kustomize", ObjectKind.KUSTOMIZATION);
    if (flux.isEmpty()) {
      flux = flux(labels, "helm", ObjectKind.HELM_RELEASE);
    }
    if (flux.isPresent()) {
      return flux;
    }
    Optional<String> tracking = live.annotations().text(TRACKING);
    return tracking.isPresent()
        ? Optional.of(application(tracking.get().split(":", 2)[0]))
        : labels.text(INSTANCE).map(GitOps::application);
  }

  private static Optional<ObjectRef> flux(Mapping labels, String toolkit, ObjectKind kind) {
    String prefix = toolkit + ".toolkit.fluxcd.io/";
    Optional<String> name = labels.text(prefix + "name");
    Optional<String> namespace = labels.text(prefix + "namespace");
    return name.isPresent() && namespace.isPresent()
        ? Optional.of(new ObjectRef(kind, namespace.get(), name.get()))
        : Optional.empty();
  }

  /** An application, or namespace and application with a low line between them. */
  private static ObjectRef application(String name) {
    int line = name.indexOf('_');
    return line < 0
        ? new ObjectRef(ObjectKind.APPLICATION, ARGO_NAMESPACE, name)
        : new ObjectRef(ObjectKind.APPLICATION, name.substring(0, line), name.substring(line + 1));
  }

  private static String name(ObjectRef controller) {
    return controller.kind() == ObjectKind.APPLICATION ? "Argo CD" : "Flux";
  }

  /** The step that makes the controller rest. */
  static Step pause(ObjectRef controller) {
    return Step.of(
        Step.Purpose.PAUSE,
        controller,
        "Pause " + controller.words(),
        name(controller) + " would put back what the next steps change",
        patch(controller, true));
  }

  /** The step that lets it go on. */
  static Step resume(ObjectRef controller) {
    return Step.of(
        Step.Purpose.RESUME,
        controller,
        "Resume " + controller.words(),
        "commit what the specs say first, or " + name(controller) + " puts the old state back",
        patch(controller, false));
  }

  private static Action patch(ObjectRef controller, boolean rest) {
    String body =
        controller.kind() == ObjectKind.APPLICATION
            ? "{\"metadata\":{\"annotations\":{\"argocd.argoproj.io/skip-reconcile\":"
                + (rest ? "\"true\"" : "null")
                + "}}}"
            : "{\"spec\":{\"suspend\":" + rest + "}}";
    return new Action.Patch(controller, Action.PatchType.MERGE, body);
  }
}
