package dev.fairlead;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Checks the dependencies in docs/architecture.md. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.fairlead");

  private static final String[] JDK = {"java..", "javax.."};
  private static final String JACKSON = "tools.jackson..";

  @Test
  void diagnosticKnowsOnlyTheJdk() {
    mayUse("diagnostic");
  }

  @Test
  void treeKnowsOnlyDiagnostics() {
    mayUse("tree", "diagnostic");
  }

  @Test
  void modelIsMadeOfTrees() {
    mayUse("model", "tree", "diagnostic");
  }

  @Test
  void sourceReadsYaml() {
    mayUse("source", "tree", "diagnostic", "org.snakeyaml..");
  }

  @Test
  void schemaValidates() {
    mayUse("schema", "source", "tree", "diagnostic", "com.networknt..", JACKSON);
  }

  @Test
  void specNamesThePartsOfADocument() {
    mayUse("spec", "model", "tree", "diagnostic");
  }

  @Test
  void csiTranslatesVolumes() {
    mayUse("csi", "model", "tree", "diagnostic");
  }

  @Test
  void bindingMakesVolumesAndClaims() {
    mayUse("binding", "spec", "csi", "model", "tree", "diagnostic");
  }

  @Test
  void wiringMakesWorkloads() {
    mayUse("wiring", "binding", "spec", "manifest", "model", "tree", "diagnostic");
  }

  @Test
  void manifestReadsFinishedObjects() {
    mayUse("manifest", "model", "tree", "diagnostic");
  }

  @Test
  void liveReadsObjectsOfACluster() {
    mayUse("live", "manifest", "model", "tree", "diagnostic");
  }

  @Test
  void binderComparesLiveObjects() {
    mayUse("binder", "live", "model", "tree", "diagnostic");
  }

  @Test
  void doctorKnowsLiveObjectsAndRules() {
    mayUse("doctor", "binder", "live", "check", "model", "tree", "diagnostic");
  }

  @Test
  void lspAnswersEditors() {
    mayUse(
        "lsp",
        "pipeline",
        "explain",
        "input",
        "fix",
        "render",
        "check",
        "driver",
        "wiring",
        "spec",
        "schema",
        "source",
        "model",
        "tree",
        "diagnostic",
        "org.eclipse.lsp4j..",
        "com.google.gson..");
  }

  @Test
  void graphDrawsTheModelAndLiveObjects() {
    mayUse("graph", "live", "model", "tree", "diagnostic");
  }

  @Test
  void driverReadsTheCatalogue() {
    mayUse("driver", "model", "tree", "diagnostic");
  }

  @Test
  void checkKnowsTheModelAndDrivers() {
    mayUse("check", "driver", "model", "tree", "diagnostic");
  }

  @Test
  void planKnowsTheModelAndWhatIsRendered() {
    mayUse(
        "plan",
        "live",
        "folder",
        "edit",
        "render",
        "csi",
        "driver",
        "report",
        "model",
        "tree",
        "diagnostic");
  }

  @Test
  void mustacheDoesNotKnowKubernetes() {
    mayUse("mustache", "com.github.mustachejava..");
  }

  @Test
  void renderKnowsTheModelAndTemplates() {
    mayUse(
        "render",
        "mustache",
        "source",
        "model",
        "tree",
        "diagnostic",
        "com.github.mustachejava..",
        "org.snakeyaml..",
        JACKSON);
  }

  @Test
  void editChangesTextsOfManifests() {
    mayUse("edit", "render", "model", "tree", "diagnostic");
  }

  @Test
  void reportKnowsOnlyDiagnosticsAndWritesJson() {
    mayUse("report", "diagnostic", "tools.jackson.core..");
  }

  @Test
  void fixKnowsThePipelineAndTexts() {
    mayUse("fix", "pipeline", "edit", "diagnostic");
  }

  @Test
  void folderKnowsWhatIsRenderedAndReadsItBack() {
    mayUse(
        "folder",
        "edit",
        "render",
        "manifest",
        "source",
        "model",
        "tree",
        "diagnostic",
        "com.github.difflib..");
  }

  @Test
  void pipelineKnowsTheRooms() {
    mayUse(
        "pipeline",
        "source",
        "schema",
        "spec",
        "binding",
        "wiring",
        "manifest",
        "live",
        "check",
        "model",
        "tree",
        "diagnostic");
  }

  @Test
  void writeKnowsTreesAndTheirText() {
    mayUse("write", "render", "tree", "diagnostic");
  }

  @Test
  void explainKnowsTheSchemaCodesAndDrivers() {
    mayUse("explain", "schema", "driver", "report", "write", "tree", "diagnostic");
  }

  @Test
  void editorMakesASchemaOfTheSchema() {
    mayUse("editor", "explain", "schema", "driver", "report", "tree", "diagnostic", JACKSON);
  }

  @Test
  void adoptWritesSpecsOfLiveObjects() {
    mayUse(
        "adopt",
        "pipeline",
        "explain",
        "write",
        "live",
        "render",
        "wiring",
        "schema",
        "source",
        "model",
        "tree",
        "diagnostic");
  }

  @Test
  void starterWritesFromTheCatalogue() {
    mayUse("starter", "driver", "render", "model", "tree", "diagnostic");
  }

  @Test
  void completionKnowsHelpTextsAndNames() {
    mayUse("completion", "explain", "driver", "model", "tree", "diagnostic");
  }

  @Test
  void inputReadsFiles() {
    mayUse("input", "pipeline", "source", "manifest", "tree", "diagnostic");
  }

  /** Jackson's nodes are only for the validator, and its generators only for JSON output. */
  @Test
  void onlyJsonPackagesUseJackson() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.fairlead.schema", "dev.fairlead.report", "dev.fairlead.editor")
        .and()
        .doNotHaveFullyQualifiedName("dev.fairlead.render.JsonList")
        .and()
        .doNotHaveFullyQualifiedName("dev.fairlead.render.JsonList$Indented")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(JACKSON)
        .check(CLASSES);
  }

  @Test
  void krmDoesNotUseCli() {
    noClasses()
        .that()
        .resideInAPackage("dev.fairlead.krm")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.fairlead.cli")
        .check(CLASSES);
  }

  /**
   * Their lambdas are serializable, so archives don't contain them and every start has to create
   * them.
   */
  @Test
  void noComparatorsThatSlowTheStart() {
    noClasses()
        .should()
        .callMethodWhere(
            target(owner(assignableTo(Comparator.class)))
                .and(
                    target(
                        name("comparing")
                            .or(name("comparingInt"))
                            .or(name("comparingLong"))
                            .or(name("thenComparing")))))
        .orShould()
        .callMethodWhere(
            target(owner(assignableTo(Map.Entry.class)))
                .and(target(name("comparingByKey").or(name("comparingByValue")))))
        .check(CLASSES);
  }

  @Test
  void onlyEntryPointsUseTheEnvironment() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.fairlead.cli", "dev.fairlead.krm", "dev.fairlead.input")
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }

  @Test
  void onlyCliInputFolderAndLspUseFiles() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.fairlead.cli", "dev.fairlead.folder", "dev.fairlead.input", "dev.fairlead.lsp")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.nio.file..")
        .check(CLASSES);
  }

  private static void mayUse(String name, Object... others) {
    List<String> allowed = new ArrayList<>(List.of(JDK));
    allowed.add("dev.fairlead." + name);
    for (Object other : others) {
      if (other instanceof String[] packages) {
        allowed.addAll(List.of(packages));
      } else {
        String word = (String) other;
        allowed.add(word.contains(".") ? word : "dev.fairlead." + word);
      }
    }
    classes()
        .that()
        .resideInAPackage("dev.fairlead." + name)
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)))
        .check(CLASSES);
  }
}
