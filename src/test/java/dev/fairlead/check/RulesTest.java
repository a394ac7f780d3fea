package dev.fairlead.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The list of rules. */
class RulesTest {
  private static final List<String> LISTED =
      Rules.ALL.stream().map(rule -> rule.getClass().getSimpleName()).toList();

  /** The only rule that just manifests have; it needs the names of their objects. */
  private static final Set<String> OF_MANIFESTS =
      Set.of(MissingPartners.class.getSimpleName(), UnprotectedData.class.getSimpleName());

  /** A rule runs only if the list of Rules has it. */
  @Test
  void noRuleIsForgotten() {
    List<String> forgotten =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.fairlead.check")
                .stream()
                .filter(type -> type.isAssignableTo(Rule.class))
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::getSimpleName)
                .filter(rule -> !LISTED.contains(rule) && !OF_MANIFESTS.contains(rule))
                .sorted()
                .toList();
    assertEquals(List.of(), forgotten, "rules that are not in the list of Rules");
  }

  @Test
  void noRuleIsListedTwice() {
    assertEquals(LISTED.size(), new HashSet<>(LISTED).size());
  }

  @Test
  void ignoresAreCheckedWhenAllWarningsAreKnown() {
    assertInstanceOf(Ignores.class, Rules.ALL.get(Rules.ALL.size() - 1));
  }
}
