package io.corridor.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.corridor.benchmark.fixture.spend.ImpureRules;
import org.junit.jupiter.api.Test;

/** The domain is plain Java; one deliberate violation shows that the rules bite. */
class ArchitectureTest {

  private static final String[] DOMAIN = {
    "io.corridor.benchmark..completion..",
    "io.corridor.benchmark..membership..",
    "io.corridor.benchmark..spend..",
    "io.corridor.benchmark..target.."
  };

  private static final ArchRule PLAIN =
      ArchRuleDefinition.classes()
          .that()
          .resideInAnyPackage(DOMAIN)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "io.corridor.benchmark..completion..",
              "io.corridor.benchmark..membership..",
              "io.corridor.benchmark..spend..",
              "io.corridor.benchmark..target..",
              "io.corridor.common.care..",
              "io.corridor.common.facts..",
              "io.corridor.common.id..",
              "io.corridor.common.money..",
              "io.corridor.common.rules..",
              "io.corridor.common.time..");

  private static final ArchRule NO_CLOCK_NO_CHANCE =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAnyPackage(DOMAIN)
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(java.util.Random.class);

  private static final ArchRule NO_OTHER_SERVICE =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAPackage("io.corridor.benchmark..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.corridor.intake..",
              "io.corridor.attribution..",
              "io.corridor.settlement..",
              "io.corridor.quality..",
              "io.corridor.notification..",
              "io.corridor.portal..");

  private static JavaClasses production() {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("io.corridor.benchmark");
  }

  private static boolean holds(ArchRule rule, JavaClasses classes) {
    return !rule.evaluate(classes).hasViolation();
  }

  @Test
  void theDomainIsPlainJava() {
    PLAIN.check(production());
    NO_CLOCK_NO_CHANCE.check(production());
  }

  @Test
  void noServiceKnowsAnother() {
    NO_OTHER_SERVICE.check(production());
  }

  @Test
  void theRulesBite() {
    JavaClasses impure = new ClassFileImporter().importClasses(ImpureRules.class);
    assertThat(holds(PLAIN, impure)).isFalse();
    assertThat(holds(NO_CLOCK_NO_CHANCE, impure)).isFalse();
    assertThat(holds(NO_OTHER_SERVICE, impure)).isTrue();
  }
}
