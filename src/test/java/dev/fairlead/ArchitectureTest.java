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

/** Holds the arrows of docs/architecture.md. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.fairlead");

  private static final String[] JDK = {"java..", "javax.."};
  private static final String[] JACKSON_TREE = {"tools.jackson.databind..", "tools.jackson.core.."};

  @Test
  void diagnosticKnowsOnlyTheJdk() {
    mayUse("diagnostic");
  }

  @Test
  void modelKnowsOnlyDiagnostics() {
    mayUse("model", "diagnostic");
  }

  @Test
  void documentIsATreeOfJacksonNodes() {
    mayUse("document", "diagnostic", JACKSON_TREE);
  }

  @Test
  void sourceReadsYaml() {
    mayUse("source", "document", "diagnostic", "org.snakeyaml..", JACKSON_TREE);
  }

  @Test
  void schemaValidates() {
    mayUse("schema", "document", "diagnostic", "com.networknt..", JACKSON_TREE);
  }

  @Test
  void normalizeKnowsBothTrees() {
    mayUse("normalize", "document", "model", "diagnostic", JACKSON_TREE);
  }

  @Test
  void checkKnowsOnlyTheModel() {
    mayUse("check", "model", "diagnostic");
  }

  @Test
  void renderKnowsTheModelAndTemplates() {
    mayUse(
        "render",
        "document",
        "model",
        "diagnostic",
        "com.github.mustachejava..",
        "org.snakeyaml..",
        "tools.jackson..");
  }

  @Test
  void reportKnowsOnlyDiagnosticsAndWritesJson() {
    mayUse("report", "diagnostic", "tools.jackson.core..");
  }

  @Test
  void fixKnowsThePipelineAndTexts() {
    mayUse("fix", "pipeline", "document", "diagnostic");
  }

  @Test
  void folderKnowsWhatIsRenderedAndReadsItBack() {
    mayUse(
        "folder",
        "render",
        "source",
        "document",
        "model",
        "diagnostic",
        "com.github.difflib..",
        JACKSON_TREE);
  }

  @Test
  void pipelineKnowsTheRooms() {
    mayUse("pipeline", "source", "schema", "normalize", "check", "document", "model", "diagnostic");
  }

  @Test
  void inputReadsFiles() {
    mayUse("input", "pipeline", "source", "document", "diagnostic", JACKSON_TREE);
  }

  @Test
  void krmIsADoorOfItsOwn() {
    noClasses()
        .that()
        .resideInAPackage("dev.fairlead.krm")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.fairlead.cli")
        .check(CLASSES);
  }

  /** Their lambdas can be serialized, so no archive takes them and a start has to make them. */
  @Test
  void nobodyUsesComparatorsThatSlowAStart() {
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
  void onlyTheDoorsTouchTheWorld() {
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
  void onlyCommandsInputAndTheFolderKnowFiles() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.fairlead.cli", "dev.fairlead.folder", "dev.fairlead.input")
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
