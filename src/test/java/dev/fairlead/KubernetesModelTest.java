package dev.fairlead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fairlead.testing.Cli;
import dev.fairlead.testing.Golden;
import io.fabric8.kubernetes.api.model.CSIVolumeSource;
import io.fabric8.kubernetes.api.model.ConfigMapVolumeSource;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.DownwardAPIVolumeSource;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.EphemeralVolumeSource;
import io.fabric8.kubernetes.api.model.GitRepoVolumeSource;
import io.fabric8.kubernetes.api.model.ISCSIVolumeSource;
import io.fabric8.kubernetes.api.model.ImageVolumeSource;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimStatus;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ProjectedVolumeSource;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.ReplicationControllerSpec;
import io.fabric8.kubernetes.api.model.SecretVolumeSource;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares fairlead's knowledge of Kubernetes with Kubernetes' published model. */
class KubernetesModelTest {
  private static final Map<String, Class<?>> KINDS =
      Map.of(
          "PersistentVolume", PersistentVolume.class,
          "PersistentVolumeClaim", PersistentVolumeClaim.class,
          "Pod", Pod.class,
          "Deployment", Deployment.class,
          "StatefulSet", StatefulSet.class,
          "DaemonSet", DaemonSet.class,
          "Job", Job.class,
          "CronJob", CronJob.class,
          "ReplicationController", ReplicationController.class);

  private static final Set<String> REMOVED =
      Set.of(
          "cephfs",
          "rbd",
          "glusterfs",
          "flocker",
          "quobyte",
          "storageos",
          "scaleIO",
          "photonPersistentDisk");

  @TestFactory
  Stream<DynamicTest> manifestsHaveOnlyKnownFields() {
    return Golden.cases("render").stream()
        .map(folder -> dynamicTest(folder.toString(), () -> decode(folder)));
  }

  private static void decode(Path folder) throws Exception {
    Cli.Result result = Cli.runCase("render", folder, "--output", "json");
    assertEquals(0, result.code(), result.err());
    JsonNode list = JsonMapper.shared().readTree(result.out());
    assertEquals("List", list.get("kind").stringValue());
    assertFalse(list.get("items").isEmpty());
    for (JsonNode item : list.get("items")) {
      String kind = item.get("kind").stringValue();
      Class<?> type = KINDS.get(kind);
      assertNotNull(type, kind + " is not in KINDS");
      Object decoded = new ObjectMapper().readValue(item.toString(), type);
      List<String> leftOver = new ArrayList<>();
      findAdditional(kind, decoded, leftOver);
      assertEquals(List.of(), leftOver);
    }
  }

  /** fabric8 puts unknown fields into additionalProperties. */
  private static void findAdditional(String path, Object value, List<String> leftOver)
      throws IllegalAccessException {
    if (value instanceof List<?> list) {
      for (Object item : list) {
        findAdditional(path + "[]", item, leftOver);
      }
    } else if (value instanceof KubernetesResource) {
      for (Field field : value.getClass().getDeclaredFields()) {
        if (java.lang.reflect.Modifier.isStatic(field.getModifiers())) {
          continue;
        }
        field.setAccessible(true);
        Object member = field.get(value);
        if (field.getName().equals("additionalProperties")) {
          ((Map<?, ?>) member).keySet().forEach(key -> leftOver.add(path + "." + key));
        } else {
          findAdditional(path + "." + field.getName(), member, leftOver);
        }
      }
    }
  }

  @Test
  void everySourceIsInTheSchemaWithAllItsFields() throws Exception {
    JsonNode schema = schema();
    JsonNode volume = schema.at("/definitions/volume/properties");
    Set<String> sources = new TreeSet<>();
    for (Field field : fields(PersistentVolumeSpec.class)) {
      boolean source = field.getType().getSimpleName().endsWith("VolumeSource");
      if (source) {
        sources.add(name(field));
        if (!REMOVED.contains(name(field))) {
          Set<String> known =
              fields(field.getType()).stream().map(f -> name(f)).collect(Collectors.toSet());
          assertEquals(
              new TreeSet<>(known),
              properties(schema.at("/definitions/source." + name(field))),
              name(field));
        }
      }
    }
    assertEquals(22, sources.size());
    sources.forEach(source -> assertFalse(volume.path(source).isMissingNode(), source));
  }

  @Test
  void theSchemaOfManifestsHasTheFieldsOfKubernetes() throws Exception {
    JsonNode definitions = schema("manifests.v1.schema.json").get("definitions");
    Map<String, Class<?>> types =
        Map.ofEntries(
            Map.entry("kind.PersistentVolume", PersistentVolume.class),
            Map.entry("volumeSpec", PersistentVolumeSpec.class),
            Map.entry("volumeStatus", PersistentVolumeStatus.class),
            Map.entry("kind.PersistentVolumeClaim", PersistentVolumeClaim.class),
            Map.entry("manifest.claimTemplate", PersistentVolumeClaim.class),
            Map.entry("claimStatus", PersistentVolumeClaimStatus.class),
            Map.entry("claimRef", ObjectReference.class),
            Map.entry("metadata", ObjectMeta.class),
            Map.entry("templateMetadata", ObjectMeta.class),
            Map.entry("ownerReference", OwnerReference.class),
            Map.entry("podVolume", Volume.class),
            Map.entry("pod.configMap", ConfigMapVolumeSource.class),
            Map.entry("pod.secret", SecretVolumeSource.class),
            Map.entry("pod.emptyDir", EmptyDirVolumeSource.class),
            Map.entry("pod.downwardAPI", DownwardAPIVolumeSource.class),
            Map.entry("pod.projected", ProjectedVolumeSource.class),
            Map.entry("pod.ephemeral", EphemeralVolumeSource.class),
            Map.entry("pod.csi", CSIVolumeSource.class),
            Map.entry("pod.iscsi", ISCSIVolumeSource.class),
            Map.entry("pod.gitRepo", GitRepoVolumeSource.class),
            Map.entry("pod.image", ImageVolumeSource.class),
            Map.entry("pod.container", Container.class),
            Map.entry("pod.spec", PodSpec.class),
            Map.entry("manifest.StatefulSet", StatefulSetSpec.class),
            Map.entry("manifest.CronJob", CronJobSpec.class));
    for (Map.Entry<String, Class<?>> type : types.entrySet()) {
      Set<String> missing = new TreeSet<>();
      fields(type.getValue()).forEach(field -> missing.add(name(field)));
      assertFalse(missing.isEmpty(), type.getKey());
      missing.removeAll(properties(definitions.get(type.getKey())));
      assertEquals(Set.of(), missing, type.getKey());
    }
    Set<String> claim = properties(schema().at("/definitions/claimSpec"));
    assertEquals(
        claim,
        fields(PersistentVolumeClaimSpec.class).stream()
            .map(field -> name(field))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void passedThroughFieldsAreThoseOfKubernetes() throws Exception {
    contains("container", Container.class, Set.of("mounts"), Set.of());
    contains(
        "podSpec",
        PodSpec.class,
        Set.of(),
        Set.of("containers", "initContainers", "ephemeralContainers"));
    contains("spec.Deployment", DeploymentSpec.class, Set.of(), Set.of());
    contains("spec.StatefulSet", StatefulSetSpec.class, Set.of(), Set.of());
    contains("spec.DaemonSet", DaemonSetSpec.class, Set.of(), Set.of());
    contains("spec.ReplicationController", ReplicationControllerSpec.class, Set.of(), Set.of());
    contains("spec.Job", JobSpec.class, Set.of(), Set.of());
    contains("spec.CronJob", CronJobSpec.class, Set.of(), Set.of());
  }

  /** Checks that the definition has every field of the type except those in {@code without}. */
  private static void contains(
      String definition, Class<?> type, Set<String> more, Set<String> without) throws Exception {
    Set<String> known = properties(schema().at("/definitions/" + definition));
    known.removeAll(more);
    Set<String> fields = fields(type).stream().map(f -> name(f)).collect(Collectors.toSet());
    fields.removeAll(without);
    fields.removeAll(known);
    assertEquals(Set.of(), fields, definition);
  }

  private static Set<String> properties(JsonNode definition) {
    return new TreeSet<>(definition.path("properties").propertyNames());
  }

  private static List<Field> fields(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> field.isAnnotationPresent(JsonProperty.class))
        .toList();
  }

  private static String name(Field field) {
    return field.getAnnotation(JsonProperty.class).value();
  }

  private static JsonNode schema() throws Exception {
    return schema("storage.v1.schema.json");
  }

  private static JsonNode schema(String file) throws Exception {
    return JsonMapper.shared().readTree(Files.readString(Path.of("schemas", file)));
  }
}
