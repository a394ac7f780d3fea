package dev.fairlead.plan;

import dev.fairlead.plan.ModelCluster.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/**
 * kubectl against the model cluster: the calls that scripts of fairlead make. Between two calls,
 * controllers get some work done.
 */
final class ModelKubectl {
  /** What a call printed and returned. */
  record Result(int code, String out, String err) {
    static Result ok(String out) {
      return new Result(0, out, "");
    }
  }

  private static final Pattern PATH = Pattern.compile("\\{(\\.[^{}]*)}");

  final ModelCluster cluster;
  final ModelControllers controllers;
  private final Random random;

  ModelKubectl(ModelCluster cluster, Random random) {
    this.cluster = cluster;
    this.random = random;
    this.controllers = new ModelControllers(cluster, random);
  }

  Result run(List<String> words, String input) {
    controllers.some(random.nextInt(6));
    Result result;
    try {
      result = call(words, input);
    } catch (Rejected rejected) {
      result = new Result(1, "", "Error from server: " + rejected.getMessage() + "\n");
    }
    controllers.some(random.nextInt(6));
    return result;
  }

  private Result call(List<String> words, String input) throws Rejected {
    return switch (words.get(0)) {
      case "get" -> get(words);
      case "patch" -> patch(words);
      case "create" -> create(input);
      case "apply" -> apply(input);
      case "delete" -> delete(words, input);
      case "wait" -> await(words);
      case "rollout" -> rollout(words);
      default -> throw new AssertionError("unknown call " + words);
    };
  }

  private static String option(List<String> words, String name) {
    return words.stream()
        .filter(word -> word.startsWith("--" + name + "="))
        .map(word -> word.substring(name.length() + 3))
        .findFirst()
        .orElse("");
  }

  private static String key(List<String> words, int index) {
    String[] parts = words.get(index).split("/", 2);
    return ModelObject.key(parts[0], option(words, "namespace"), parts[1]);
  }

  private Result get(List<String> words) {
    String template = option(words, "output").replaceFirst("^jsonpath=", "");
    if (words.get(1).equals("pods")) {
      StringBuilder out = new StringBuilder();
      for (ModelObject pod : cluster.all("pod")) {
        if (pod.namespace().equals(option(words, "namespace"))) {
          out.append(' ').append(String.join(" ", ModelWorkloads.claims(pod))).append(' ');
        }
      }
      return Result.ok(out.toString());
    }
    ModelObject object = cluster.objects.get(key(words, 1));
    if (object == null) {
      return words.contains("--ignore-not-found")
          ? Result.ok("")
          : new Result(1, "", "Error from server (NotFound)\n");
    }
    return Result.ok(fill(template, object));
  }

  private static String fill(String template, ModelObject object) {
    Matcher path = PATH.matcher(template);
    StringBuilder filled = new StringBuilder();
    while (path.find()) {
      path.appendReplacement(filled, Matcher.quoteReplacement(value(path.group(1), object)));
    }
    return path.appendTail(filled).toString();
  }

  private static String value(String path, ModelObject object) {
    List<String> keys = new ArrayList<>();
    for (String key : path.substring(1).split("(?<!\\\\)\\.")) {
      keys.add(key.replace("\\.", "."));
    }
    return object.text(keys.toArray(String[]::new));
  }

  private Result patch(List<String> words) throws Rejected {
    ModelObject before = cluster.objects.get(key(words, 1));
    if (before == null) {
      throw new Rejected(words.get(1) + " not found");
    }
    Object patch = new Yaml().load(option(words, "patch"));
    ModelObject after =
        option(words, "type").equals("json")
            ? jsonPatch(before.copy(), (List<?>) patch)
            : new ModelObject(ModelObject.map(ModelObject.merge(before.fields(), patch)));
    cluster.update(after);
    return Result.ok("patched\n");
  }

  static ModelObject jsonPatch(ModelObject object, List<?> operations) throws Rejected {
    for (Object item : operations) {
      ModelObject operation = new ModelObject(ModelObject.map(item));
      String[] path = operation.text("path").substring(1).split("/");
      for (int i = 0; i < path.length; i++) {
        path[i] = path[i].replace("~1", "/").replace("~0", "~");
      }
      switch (operation.text("op")) {
        case "test" -> {
          if (!operation.text("value").equals(object.text(path))) {
            throw new Rejected("the server rejected our request: testing path failed");
          }
        }
        case "remove" -> {
          if (object.get(path) == null) {
            throw new Rejected("the path is not there");
          }
          object.set(null, path);
        }
        case "add", "replace" -> object.set(ModelObject.copy(operation.get("value")), path);
        default -> throw new AssertionError(operation);
      }
    }
    return object;
  }

  private Result create(String input) throws Rejected {
    for (ModelObject object : ModelCluster.read(input)) {
      cluster.create(object);
    }
    return Result.ok("created\n");
  }

  private Result apply(String input) throws Rejected {
    for (ModelObject object : ModelCluster.read(input)) {
      ModelObject before = cluster.objects.get(object.key());
      if (before == null) {
        cluster.create(object);
      } else {
        cluster.update(
            new ModelObject(ModelObject.map(ModelObject.merge(before.fields(), object.fields()))));
      }
    }
    return Result.ok("configured\n");
  }

  private Result delete(List<String> words, String input) throws Rejected {
    String[] url = words.get(2).split("/");
    String key =
        url[3].equals("persistentvolumes")
            ? ModelObject.key("pv", "", url[4])
            : ModelObject.key("pvc", url[4], url[6]);
    Object options = new Yaml().load(input);
    cluster.delete(key, new ModelObject(ModelObject.map(options)).text("preconditions", "uid"));
    return Result.ok("{}\n");
  }

  /** Lets the controllers work until something holds, or nothing changes any more. */
  private Result until(java.util.function.BooleanSupplier condition) {
    int idle = 0;
    while (!condition.getAsBoolean()) {
      idle = controllers.round() ? 0 : idle + 1;
      if (idle > 3) {
        return new Result(1, "", "error: timed out waiting for the condition\n");
      }
    }
    return Result.ok("condition met\n");
  }

  private Result await(List<String> words) {
    String waitsFor = option(words, "for");
    if (words.get(1).equals("pods")) {
      Map<String, Object> labels = labels(option(words, "selector"));
      String namespace = option(words, "namespace");
      return until(
          () ->
              cluster.all("pod").stream()
                  .noneMatch(
                      pod ->
                          pod.namespace().equals(namespace)
                              && pod.get("metadata", "labels") instanceof Map<?, ?> has
                              && has.entrySet().containsAll(labels.entrySet())));
    }
    String key = key(words, 1);
    if (waitsFor.equals("delete")) {
      return until(() -> !cluster.objects.containsKey(key));
    }
    if (!cluster.objects.containsKey(key)) {
      return new Result(1, "", "Error from server (NotFound)\n");
    }
    String[] parts = waitsFor.replaceFirst("^jsonpath=", "").split("=", 2);
    return until(
        () ->
            cluster.objects.containsKey(key)
                && fill(parts[0], cluster.objects.get(key)).equals(parts[1]));
  }

  private static Map<String, Object> labels(String selector) {
    Map<String, Object> labels = new java.util.HashMap<>();
    for (String term : selector.split(",")) {
      String[] parts = term.split("=", 2);
      labels.put(parts[0], parts[1]);
    }
    return labels;
  }

  private Result rollout(List<String> words) {
    String key = key(words, 2);
    ModelObject workload = cluster.objects.get(key);
    if (workload == null) {
      return new Result(1, "", "Error from server (NotFound)\n");
    }
    ModelWorkloads workloads = new ModelWorkloads(cluster);
    return until(
        () -> {
          ModelObject now = cluster.objects.get(key);
          return workloads.running(now) == now.number(1, "spec", "replicas");
        });
  }
}
