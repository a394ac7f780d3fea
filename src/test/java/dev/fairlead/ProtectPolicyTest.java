package dev.fairlead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.fairlead.testing.Cli;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBinding;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The admission policy, decoded with Kubernetes' published model and evaluated. */
class ProtectPolicyTest {
  private static final String SPEC =
      """
      apiVersion: fairlead.dev/v1
      kind: Storage
      metadata: {name: shop, namespace: shop}
      protect: [admission]
      volumes:
      - name: kept
        storage: 1Gi
        nfs: {server: nfs.example.com, path: /kept}
        reserve: true
      - name: free
        storage: 1Gi
        protect: []
        nfs: {server: nfs.example.com, path: /free}
        reserve: true
      - name: labelled
        storage: 1Gi
        protect: []
        labels: {team: shop}
        nfs: {server: nfs.example.com, path: /labelled}
      """;

  private static final ObjectMapper MODEL = new ObjectMapper();

  private static List<Map<String, Object>> documents(String yaml) {
    List<Map<String, Object>> documents = new ArrayList<>();
    for (Object document : new Yaml().loadAll(yaml)) {
      @SuppressWarnings("unchecked")
      Map<String, Object> object = (Map<String, Object>) document;
      documents.add(object);
    }
    return documents;
  }

  private static List<Map<String, Object>> printed() {
    return documents(Cli.run("protect-policy").out());
  }

  private static Validation validation() {
    ValidatingAdmissionPolicy policy =
        MODEL.convertValue(printed().get(0), ValidatingAdmissionPolicy.class);
    assertEquals(1, policy.getSpec().getValidations().size());
    return policy.getSpec().getValidations().get(0);
  }

  private static Object evaluate(String expression, Map<String, Object> object) throws Exception {
    Cel cel =
        CelFactory.standardCelBuilder()
            .setStandardMacros(CelStandardMacro.HAS)
            .addVar("oldObject", SimpleType.DYN)
            .addVar("request", SimpleType.DYN)
            .build();
    boolean volume = object.get("kind").equals("PersistentVolume");
    String resource = volume ? "persistentvolumes" : "persistentvolumeclaims";
    Map<String, Object> request =
        Map.of("operation", "DELETE", "resource", Map.of("resource", resource));
    return cel.createProgram(cel.compile(expression).getAst())
        .eval(Map.of("oldObject", object, "request", request));
  }

  @Test
  void theModelKnowsEveryField() {
    Map<String, Object> policy = printed().get(0);
    ValidatingAdmissionPolicy decoded = MODEL.convertValue(policy, ValidatingAdmissionPolicy.class);
    assertEquals(policy, MODEL.convertValue(decoded, Map.class));
    Map<String, Object> binding = printed().get(1);
    ValidatingAdmissionPolicyBinding bound =
        MODEL.convertValue(binding, ValidatingAdmissionPolicyBinding.class);
    assertEquals(binding, MODEL.convertValue(bound, Map.class));
    assertEquals(decoded.getMetadata().getName(), bound.getSpec().getPolicyName());
    assertEquals(List.of("Deny"), bound.getSpec().getValidationActions());
    assertEquals(
        List.of("DELETE"),
        decoded.getSpec().getMatchConstraints().getResourceRules().get(0).getOperations());
  }

  @Test
  void onlyWhatHasTheLabelIsKept() throws Exception {
    Cli.Result rendered = Cli.run(List.of("render", "-"), SPEC);
    List<String> denied = new ArrayList<>();
    for (Map<String, Object> object : documents(rendered.out())) {
      Map<?, ?> metadata = (Map<?, ?>) object.get("metadata");
      if (evaluate(validation().getExpression(), object).equals(false)) {
        denied.add(object.get("kind") + " " + metadata.get("name"));
      }
    }
    assertEquals(List.of("PersistentVolume kept", "PersistentVolumeClaim pvc-kept"), denied);
  }

  @Test
  void theMessageSaysHowToTakeTheLabelOff() throws Exception {
    List<String> messages = new ArrayList<>();
    for (Map<String, Object> object : documents(Cli.run(List.of("render", "-"), SPEC).out())) {
      messages.add(evaluate(validation().getMessageExpression(), object).toString());
    }
    assertTrue(
        messages.get(0).endsWith(": kubectl label persistentvolumes kept fairlead.dev/protected-"),
        messages.get(0));
    assertTrue(
        messages
            .get(1)
            .endsWith(
                ": kubectl label persistentvolumeclaims pvc-kept --namespace shop"
                    + " fairlead.dev/protected-"),
        messages.get(1));
  }
}
