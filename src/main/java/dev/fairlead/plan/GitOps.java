package dev.fairlead.plan;

import dev.fairlead.live.Dump;
import dev.fairlead.live.Live;
import dev.fairlead.live.LiveKind;
import dev.fairlead.live.LiveObject;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.List;
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

  /** The annotation with the name of the plan that has paused it. */
  private static final String PAUSED = "fairlead.dev/paused-by";

  /** How kubectl's JSONPath names that annotation. */
  private static final String PAUSED_PATH = "{.metadata.annotations.fairlead\\.dev/paused-by}";

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

  /** The controllers that a plan of this name has paused, as far as the dump has them. */
  static List<ObjectRef> paused(Dump dump, String planName) {
    List<ObjectRef> paused = new ArrayList<>();
    for (LiveKind kind :
        List.of(LiveKind.APPLICATION, LiveKind.KUSTOMIZATION, LiveKind.HELM_RELEASE)) {
      for (LiveObject controller : dump.objects(kind)) {
        if (controller.annotations().text(PAUSED).filter(planName::equals).isPresent()) {
          ObjectKind resource = ObjectKind.valueOf(kind.name());
          paused.add(new ObjectRef(resource, controller.namespace(), controller.name()));
        }
      }
    }
    return paused;
  }

  /** The step that makes the controller rest, unless it does so already. */
  static Step pause(ObjectRef controller, String planName) {
    String rests =
        controller.kind() == ObjectKind.APPLICATION
            ? "{.metadata.annotations.argocd\\.argoproj\\.io/skip-reconcile}"
            : "{.spec.suspend}";
    return Step.of(
            Step.Purpose.PAUSE,
            controller,
            "Pause " + controller.words(),
            name(controller) + " would put back what the next steps change",
            patch(controller, true, JsonText.string(planName)))
        .onlyIf(
            new Condition.Is(controller, rests, ""), new Condition.Is(controller, rests, "false"));
  }

  /** The step that lets it go on, if a plan of this name has paused it. */
  static Step resume(ObjectRef controller, String planName) {
    return Step.of(
            Step.Purpose.RESUME,
            controller,
            "Resume " + controller.words(),
            "commit what the specs say first, or " + name(controller) + " puts the old state back",
            patch(controller, false, "null"))
        .onlyIf(new Condition.Is(controller, PAUSED_PATH, planName));
  }

  private static Action patch(ObjectRef controller, boolean rest, String pausedBy) {
    String annotations = JsonText.string(PAUSED) + ":" + pausedBy;
    String body =
        controller.kind() == ObjectKind.APPLICATION
            ? "{\"metadata\":{\"annotations\":{"
                + annotations
                + ",\"argocd.argoproj.io/skip-reconcile\":"
                + (rest ? "\"true\"" : "null")
                + "}}}"
            : "{\"metadata\":{\"annotations\":{"
                + annotations
                + "}},\"spec\":{\"suspend\":"
                + rest
                + "}}";
    return new Action.Patch(controller, Action.PatchType.MERGE, body);
  }
}
