package dev.fairlead.plan;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.fairlead.plan.ModelCluster.Rejected;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.yaml.snakeyaml.Yaml;

/** The model cluster behind the API of Kubernetes, for the real kubectl. */
final class ModelServer implements AutoCloseable {
  /** Resource, kind, API version and whether it has a namespace. */
  private record Api(String plural, String key, String kind, String version, boolean namespaced) {}

  private static final List<Api> APIS =
      List.of(
          new Api("persistentvolumes", "pv", "PersistentVolume", "v1", false),
          new Api("persistentvolumeclaims", "pvc", "PersistentVolumeClaim", "v1", true),
          new Api("pods", "pod", "Pod", "v1", true),
          new Api("namespaces", "namespace", "Namespace", "v1", false),
          new Api("deployments", "deployment", "Deployment", "apps/v1", true),
          new Api("statefulsets", "statefulset", "StatefulSet", "apps/v1", true),
          new Api("replicasets", "replicaset", "ReplicaSet", "apps/v1", true),
          new Api("cronjobs", "cronjob", "CronJob", "batch/v1", true),
          new Api(
              "applications",
              "applications.argoproj.io",
              "Application",
              "argoproj.io/v1alpha1",
              true),
          new Api(
              "kustomizations",
              "kustomizations.kustomize.toolkit.fluxcd.io",
              "Kustomization",
              "kustomize.toolkit.fluxcd.io/v1",
              true),
          new Api(
              "helmreleases",
              "helmreleases.helm.toolkit.fluxcd.io",
              "HelmRelease",
              "helm.toolkit.fluxcd.io/v2",
              true));

  private static final Map<String, String> SHORT =
      Map.of("persistentvolumes", "pv", "persistentvolumeclaims", "pvc", "deployments", "deploy");

  private final ModelCluster cluster;
  private final ModelControllers controllers;
  private final Random random;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** What was asked, for the message of a failure. */
  final List<String> log = new ArrayList<>();

  ModelServer(ModelCluster cluster, Random random) throws IOException {
    this.cluster = cluster;
    this.random = random;
    this.controllers = new ModelControllers(cluster, random);
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    try (exchange) {
      synchronized (cluster) {
        log.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
        controllers.some(random.nextInt(4));
        try {
          answer(exchange, body);
        } catch (Rejected rejected) {
          boolean missing = rejected.getMessage().endsWith(" not found");
          int code = missing ? 404 : 422;
          send(
              exchange,
              code,
              status(code, missing ? "NotFound" : "Invalid", rejected.getMessage()));
        }
        controllers.some(random.nextInt(4));
      }
    }
  }

  private static Map<String, Object> map(Object... entries) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put(entries[i].toString(), entries[i + 1]);
    }
    return map;
  }

  private static Map<String, Object> status(int code, String reason, String message) {
    return map(
        "kind",
        "Status",
        "apiVersion",
        "v1",
        "status",
        "Failure",
        "message",
        message,
        "reason",
        reason,
        "code",
        code);
  }

  private static void send(HttpExchange exchange, int code, Object body) throws IOException {
    byte[] bytes = JsonText.of(body).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(code, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void answer(HttpExchange exchange, String body) throws IOException, Rejected {
    List<String> path = List.of(exchange.getRequestURI().getPath().substring(1).split("/"));
    if (path.get(0).equals("version")) {
      send(exchange, 200, map("major", "1", "minor", "34", "gitVersion", "v1.34.0"));
      return;
    }
    boolean core = path.get(0).equals("api");
    if (!core && !path.get(0).equals("apis")) {
      throw new Rejected("path not found");
    }
    if (path.size() == 1) {
      send(exchange, 200, core ? map("kind", "APIVersions", "versions", List.of("v1")) : groups());
      return;
    }
    String version = core ? path.get(1) : path.get(1) + "/" + path.get(2);
    List<String> rest = path.subList(core ? 2 : 3, path.size());
    if (rest.isEmpty()) {
      send(exchange, 200, resources(version));
      return;
    }
    boolean inNamespace = rest.get(0).equals("namespaces") && rest.size() > 2;
    String namespace = inNamespace ? rest.get(1) : "";
    List<String> object = inNamespace ? rest.subList(2, rest.size()) : rest;
    Api api =
        APIS.stream()
            .filter(a -> a.version.equals(version) && a.plural.equals(object.get(0)))
            .findFirst()
            .orElseThrow(() -> new Rejected("resource not found"));
    String name = object.size() > 1 ? object.get(1) : "";
    resource(exchange, api, namespace, name, body);
  }

  private static Map<String, Object> groups() {
    List<Object> groups = new ArrayList<>();
    APIS.stream()
        .map(Api::version)
        .filter(version -> version.contains("/"))
        .distinct()
        .forEach(
            version -> {
              String[] parts = version.split("/");
              Map<String, Object> entry = map("groupVersion", version, "version", parts[1]);
              groups.add(
                  map("name", parts[0], "versions", List.of(entry), "preferredVersion", entry));
            });
    return map("kind", "APIGroupList", "apiVersion", "v1", "groups", groups);
  }

  private static Map<String, Object> resources(String version) {
    List<Object> resources = new ArrayList<>();
    for (Api api : APIS) {
      if (api.version.equals(version)) {
        resources.add(
            map(
                "name",
                api.plural,
                "singularName",
                api.kind.toLowerCase(java.util.Locale.ROOT),
                "namespaced",
                api.namespaced,
                "kind",
                api.kind,
                "shortNames",
                SHORT.containsKey(api.plural) ? List.of(SHORT.get(api.plural)) : List.of(),
                "verbs",
                List.of("create", "delete", "get", "list", "patch", "update", "watch")));
      }
    }
    return map(
        "kind",
        "APIResourceList",
        "apiVersion",
        "v1",
        "groupVersion",
        version,
        "resources",
        resources);
  }

  private void resource(HttpExchange exchange, Api api, String namespace, String name, String body)
      throws IOException, Rejected {
    String key = ModelObject.key(api.key, namespace, name);
    switch (exchange.getRequestMethod()) {
      case "POST" -> {
        ModelObject object = ModelCluster.read(body).get(0);
        if (api.namespaced) {
          object.set(namespace, "metadata", "namespace");
        }
        cluster.create(object);
        send(exchange, 201, shown(object));
      }
      case "PATCH" -> {
        ModelObject before = cluster.objects.get(key);
        if (before == null) {
          throw new Rejected(name + " not found");
        }
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        Object patch = new Yaml().load(body);
        ModelObject after =
            type.contains("json-patch")
                ? ModelKubectl.jsonPatch(before.copy(), (List<?>) patch)
                : new ModelObject(ModelObject.map(StrategicMerge.of(before.fields(), patch)));
        cluster.update(after);
        send(exchange, 200, shown(after));
      }
      case "DELETE" -> {
        Map<String, Object> options = ModelObject.map(new Yaml().load(body));
        cluster.delete(key, new ModelObject(options).text("preconditions", "uid"));
        send(exchange, 200, map("kind", "Status", "apiVersion", "v1", "status", "Success"));
      }
      default -> get(exchange, api, namespace, name);
    }
  }

  private void get(HttpExchange exchange, Api api, String namespace, String name)
      throws IOException, Rejected {
    Map<String, String> query = query(exchange);
    if (query.containsKey("watch")) {
      watch(exchange, api, namespace, query);
    } else if (name.isEmpty()) {
      send(
          exchange,
          200,
          map(
              "kind",
              api.kind + "List",
              "apiVersion",
              api.version,
              "metadata",
              map("resourceVersion", "1"),
              "items",
              found(api, namespace, query)));
    } else {
      ModelObject object = cluster.find(api.key, namespace, name);
      if (object == null) {
        throw new Rejected(api.plural + " " + name + " not found");
      }
      send(exchange, 200, shown(object));
    }
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> query = new HashMap<>();
    String text = exchange.getRequestURI().getQuery();
    for (String term : text == null ? new String[0] : text.split("&")) {
      String[] parts = term.split("=", 2);
      query.put(parts[0], parts.length > 1 ? parts[1] : "");
    }
    return query;
  }

  private List<Object> found(Api api, String namespace, Map<String, String> query) {
    List<Object> found = new ArrayList<>();
    for (ModelObject object : cluster.all(api.key)) {
      if (object.namespace().equals(namespace) && matches(object, query)) {
        found.add(shown(object));
      }
    }
    return found;
  }

  private static boolean matches(ModelObject object, Map<String, String> query) {
    boolean matches = true;
    for (String term : query.getOrDefault("labelSelector", "").split(",")) {
      String[] parts = term.split("=", 2);
      matches &= term.isEmpty() || object.text("metadata", "labels", parts[0]).equals(parts[1]);
    }
    for (String term : query.getOrDefault("fieldSelector", "").split(",")) {
      String[] parts = term.split("!?=", 2);
      if (!term.isEmpty()) {
        boolean equal = object.text(parts[0].split("\\.")).equals(parts[1]);
        matches &= equal != term.contains("!=");
      }
    }
    return matches;
  }

  /** The controllers work, and each change of an object is an event. */
  private void watch(HttpExchange exchange, Api api, String namespace, Map<String, String> query)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    Map<String, Object> last = new LinkedHashMap<>();
    found(api, namespace, query).forEach(object -> last.put(name(object), object));
    int idle = 0;
    try {
      // A client that has seen enough closes the connection.
      while (idle < 40) {
        idle = controllers.round() ? 0 : idle + 1;
        Map<String, Object> now = new LinkedHashMap<>();
        found(api, namespace, query).forEach(object -> now.put(name(object), object));
        for (Map.Entry<String, Object> entry : last.entrySet()) {
          if (!now.containsKey(entry.getKey())) {
            event(out, "DELETED", entry.getValue());
          }
        }
        for (Map.Entry<String, Object> entry : now.entrySet()) {
          if (!entry.getValue().equals(last.get(entry.getKey())) || idle > 10) {
            event(out, last.containsKey(entry.getKey()) ? "MODIFIED" : "ADDED", entry.getValue());
          }
        }
        last.clear();
        last.putAll(now);
        if (idle > 0) {
          cluster.wait(5);
        }
      }
      event(out, "ERROR", status(500, "Timeout", "nothing changes any more"));
    } catch (IOException | InterruptedException closed) {
      log.add("the watch was closed");
    }
  }

  private static String name(Object object) {
    return new ModelObject(ModelObject.map(object)).name();
  }

  private static void event(OutputStream out, String type, Object object) throws IOException {
    String line = JsonText.of(map("type", type, "object", object)) + "\n";
    out.write(line.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** The object with the status that kubectl rollout looks at. */
  private Map<String, Object> shown(ModelObject object) {
    ModelObject shown = object.copy();
    if (shown.text("kind").matches("Deployment|StatefulSet")) {
      int wanted = shown.number(1, "spec", "replicas");
      int ready = new ModelWorkloads(cluster).running(object);
      shown.set(wanted, "spec", "replicas");
      shown.set(1, "metadata", "generation");
      shown.set(1, "status", "observedGeneration");
      for (String field :
          List.of("replicas", "updatedReplicas", "readyReplicas", "availableReplicas")) {
        shown.set(Math.min(ready, wanted), "status", field);
      }
      shown.set("1", "status", "currentRevision");
      shown.set("1", "status", "updateRevision");
      shown.set("RollingUpdate", "spec", "updateStrategy", "type");
    }
    return shown.fields();
  }
}
