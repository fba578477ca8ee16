package io.corridor.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.corridor.common.architecture.DomainRules;
import io.corridor.portal.fixture.worklist.ImpureWords;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The layers of the portal: what pages say and draw is plain Java, tables are reached through
 * queries, topics through the read model and the outbound writer. One deliberate violation shows
 * that the rules bite.
 */
class ArchitectureTest {

  private static final JavaClasses PRODUCTION = DomainRules.productionOf("io.corridor.portal");

  private static final String[] PAGES = {
    "io.corridor.portal..worklist..",
    "io.corridor.portal..gap..",
    "io.corridor.portal..roster..",
    "io.corridor.portal..dispute..",
    "io.corridor.portal..campaign..",
    "io.corridor.portal..dashboard..",
    "io.corridor.portal..data..",
    "io.corridor.portal..shell.."
  };

  /**
   * Classes of pages that Spring calls, that read tables or hand records on, with what they nest.
   */
  private static final DescribedPredicate<JavaClass> EDGE =
      ofNames("Controller", "Queries", "Sink", "Advice", "PageErrors", "NotFoundException");

  private static final ArchRule PLAIN =
      ArchRuleDefinition.classes()
          .that()
          .resideInAnyPackage(PAGES)
          .and(DescribedPredicate.not(EDGE))
          .should()
          .onlyDependOnClassesThat(
              plain("java..", "org.jspecify..", "io.corridor.common..").or(plain(PAGES)));

  private static final ArchRule NO_CLOCK = DomainRules.asksNoClock("io.corridor.portal..");

  private static final ArchRule TABLES_THROUGH_QUERIES =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAPackage("io.corridor.portal..")
          .and()
          .resideOutsideOfPackage("io.corridor.portal.readmodel..")
          .and(DescribedPredicate.not(ofNames("Queries")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.springframework.jdbc..");

  private static final ArchRule TOPICS_AT_THE_EDGE =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAPackage("io.corridor.portal..")
          .and()
          .resideOutsideOfPackages(
              "io.corridor.portal.readmodel..",
              "io.corridor.portal.outbound..",
              "io.corridor.portal.config..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..");

  private static final ArchRule INWARDS =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAnyPackage(PAGES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.corridor.portal.api..", "io.corridor.portal.outbound..");

  private static DescribedPredicate<JavaClass> plain(String... packages) {
    return JavaClass.Predicates.resideInAnyPackage(packages);
  }

  private static DescribedPredicate<JavaClass> ofNames(String... ends) {
    return DescribedPredicate.describe(
        "of an outermost class named *" + String.join(", *", ends),
        found -> Stream.of(ends).anyMatch(outermost(found).getSimpleName()::endsWith));
  }

  private static JavaClass outermost(JavaClass found) {
    return found.getEnclosingClass().map(ArchitectureTest::outermost).orElse(found);
  }

  private static boolean holds(ArchRule rule, JavaClasses classes) {
    return !rule.allowEmptyShould(true).evaluate(classes).hasViolation();
  }

  @Test
  void pagesSpeakPlainJava() {
    PLAIN.check(PRODUCTION);
    NO_CLOCK.check(PRODUCTION);
  }

  @Test
  void tablesAndTopicsAreReachedThroughTheirLayer() {
    TABLES_THROUGH_QUERIES.check(PRODUCTION);
    TOPICS_AT_THE_EDGE.check(PRODUCTION);
    INWARDS.check(PRODUCTION);
  }

  @Test
  void noServiceKnowsAnother() {
    DomainRules.knowsNoOtherService("portal").check(PRODUCTION);
  }

  @Test
  void theRulesBite() {
    JavaClasses impure = new ClassFileImporter().importClasses(ImpureWords.class);
    assertThat(holds(PLAIN, impure)).isFalse();
    assertThat(holds(NO_CLOCK, impure)).isFalse();
    assertThat(holds(TABLES_THROUGH_QUERIES, impure)).isFalse();
    assertThat(holds(TOPICS_AT_THE_EDGE, impure)).isFalse();
    assertThat(holds(INWARDS, impure)).isTrue();
  }
}
