package io.corridor.intake;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Dependency rules of the service, each proven on a deliberate violation. */
class ArchitectureTest {

  private static final String[] DOMAIN = {
    "io.corridor.intake.ledger..", "io.corridor.intake.identity.."
  };
  private static final String[] VIOLATION = {"io.corridor.intake.violation.."};
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/test-classes/"))
          .importPackages("io.corridor.intake");
  private static final JavaClasses BROKEN =
      new ClassFileImporter().importPackages("io.corridor.intake.violation");

  private static Map<String, ArchRule> rules(String... packages) {
    return Map.of(
        "plain",
        classes()
            .that()
            .resideInAnyPackage(packages)
            .should()
            .onlyDependOnClassesThat(
                describe(
                    "are of the JDK, the domain of common, JSpecify or the domain itself",
                    type -> isPlain(type) || isIn(type, packages))),
        "no floating point",
        noClasses()
            .that()
            .resideInAnyPackage(packages)
            .should()
            .dependOnClassesThat(
                describe(
                    "are floating point",
                    type ->
                        type.getName().equals("double")
                            || type.getName().equals("float")
                            || type.isEquivalentTo(Double.class)
                            || type.isEquivalentTo(Float.class)))
            .orShould()
            .accessFieldWhere(
                describe(
                    "is floating point",
                    access ->
                        access.getTarget().getRawType().getName().equals("double")
                            || access.getTarget().getRawType().getName().equals("float"))),
        "no chance",
        noClasses()
            .that()
            .resideInAnyPackage(packages)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Random.class),
        "no clock",
        noClasses()
            .that()
            .resideInAnyPackage(packages)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class));
  }

  private static boolean isPlain(JavaClass type) {
    JavaClass element = type.getBaseComponentType();
    String name = element.getPackageName();
    return element.isPrimitive()
        || name.startsWith("java.")
        || name.startsWith("org.jspecify.")
        || (name.startsWith("io.corridor.common.")
            && !name.startsWith("io.corridor.common.streams")
            && !name.startsWith("io.corridor.common.boot"));
  }

  private static boolean isIn(JavaClass type, String[] packages) {
    for (String pattern : packages) {
      if (type.getBaseComponentType().getPackageName().startsWith(pattern.replace("..", ""))) {
        return true;
      }
    }
    return false;
  }

  @Test
  void theDomainIsPlainJavaWithoutClockChanceOrFloatingPoint() {
    rules(DOMAIN).values().forEach(rule -> rule.check(PRODUCT));
  }

  @Test
  void everyRuleBitesOnTheDeliberateViolation() {
    rules(VIOLATION)
        .forEach(
            (name, rule) -> assertThat(rule.evaluate(BROKEN).hasViolation()).as(name).isTrue());
  }

  @Test
  void onlyWiringKnowsStreamsAndAvro() {
    noClasses()
        .that()
        .resideInAnyPackage(DOMAIN)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache..", "org.springframework..", "io.corridor.schemas..")
        .check(PRODUCT);
  }

  @Test
  void readersOfFormatsKnowNoStreams() {
    noClasses()
        .that()
        .resideInAnyPackage("io.corridor.intake.canonical..", "io.corridor.intake.contract..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.kafka..", "org.springframework..", "io.corridor.common.streams..")
        .check(PRODUCT);
  }
}
