package io.corridor.common;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.corridor.common.fixture.care.ImpureRules;
import org.junit.jupiter.api.Test;

/** What rules are made of is plain Java; one deliberate violation shows that the rules bite. */
class ArchitectureTest {

  private static final String[] DOMAIN = {
    "io.corridor.common..care..",
    "io.corridor.common..facts..",
    "io.corridor.common..id..",
    "io.corridor.common..money..",
    "io.corridor.common..rules..",
    "io.corridor.common..time.."
  };

  private static final ArchRule NOT_WIRED =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAnyPackage(DOMAIN)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "org.apache.kafka..",
              "org.apache.avro..",
              "io.corridor.schemas..",
              "io.corridor.common.streams..",
              "io.corridor.common.boot..");

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

  private static boolean holds(ArchRule rule, JavaClasses classes) {
    return !rule.evaluate(classes).hasViolation();
  }

  @Test
  void theDomainIsPlainJava() {
    JavaClasses production =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.corridor.common");
    NOT_WIRED.check(production);
    NO_CLOCK_NO_CHANCE.check(production);
  }

  @Test
  void theRulesBite() {
    JavaClasses impure = new ClassFileImporter().importClasses(ImpureRules.class);
    assertThat(holds(NOT_WIRED, impure)).isFalse();
    assertThat(holds(NO_CLOCK_NO_CHANCE, impure)).isFalse();
  }
}
