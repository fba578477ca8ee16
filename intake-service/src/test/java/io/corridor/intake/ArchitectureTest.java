package io.corridor.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.corridor.common.architecture.DomainRules;
import org.junit.jupiter.api.Test;

/** The domain is plain Java, the service knows no other, and formats are read without streams. */
class ArchitectureTest {

  private static final JavaClasses PRODUCT = DomainRules.productionOf("io.corridor.intake");

  @Test
  void theDomainIsPlainJavaAndNoServiceKnowsAnother() {
    DomainRules.of("intake", "ledger", "identity").check(PRODUCT);
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
