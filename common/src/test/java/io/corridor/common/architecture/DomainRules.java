package io.corridor.common.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.FieldAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatchers;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The architecture rules of every service (DESIGN.md section 8): its domain is plain Java without
 * clock, chance or floating point, only wiring knows Kafka, Avro and Spring, and no service knows
 * another. A service names its domain packages; {@code DomainRulesTest} proves that each rule
 * bites.
 */
public final class DomainRules {

  private static final String ROOT = "io.corridor";
  private static final List<String> SERVICES =
      List.of(
          "intake",
          "attribution",
          "benchmark",
          "quality",
          "settlement",
          "notification",
          "portal",
          "local");

  private static final List<String> PLAIN =
      List.of(
          "java..",
          "javax.crypto..",
          "org.jspecify..",
          "io.corridor.common.care..",
          "io.corridor.common.facts..",
          "io.corridor.common.id..",
          "io.corridor.common.money..",
          "io.corridor.common.rules..",
          "io.corridor.common.time..");

  private static final String[] WIRING = {
    "org.apache..",
    "org.springframework..",
    "io.corridor.schemas..",
    "io.corridor.common.streams..",
    "io.corridor.common.terms..",
    "io.corridor.common.boot.."
  };

  private static final DescribedPredicate<JavaAccess<?>> ASKS_THE_CLOCK =
      describe("asks the clock", DomainRules::asksTheClock);
  private static final DescribedPredicate<JavaAccess<?>> ASKS_CHANCE =
      describe("asks chance", DomainRules::asksChance);
  private static final DescribedPredicate<JavaAccess<?>> CALCULATES_IN_FLOATING_POINT =
      describe("gives or takes floating point", DomainRules::givesOrTakesFloatingPoint);

  private final String root;
  private final String service;
  private final List<String> domain;
  private final List<String> readers;

  private DomainRules(String root, String service, List<String> domain, List<String> readers) {
    this.root = root;
    this.service = service;
    this.domain = domain;
    this.readers = readers;
  }

  /**
   * The rules of a service.
   *
   * @param service the service's package below {@code io.corridor}, for example {@code benchmark}
   * @param features packages below it that hold domain classes only, for example {@code spend}
   */
  public static DomainRules of(String service, String... features) {
    return in(ROOT, service, features);
  }

  static DomainRules in(String root, String service, String... features) {
    List<String> packages =
        Stream.of(features).map(feature -> root + "." + service + "." + feature).toList();
    return new DomainRules(root, service, packages, List.of());
  }

  /** The same, with libraries that the domain may use to read its reference values. */
  public DomainRules readingWith(String... packages) {
    return new DomainRules(root, service, domain, List.of(packages));
  }

  /** Classes of the product in a package and all below it. */
  public static JavaClasses productionOf(String packageName) {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages(packageName);
  }

  /**
   * Checks the product against all rules.
   *
   * @throws AssertionError if a rule is broken, or a named package holds no class
   */
  public void check() {
    check(productionOf(root + "." + service));
  }

  /** The same for a service whose classes are at hand. */
  public void check(JavaClasses production) {
    for (String name : domain) {
      if (!production.containPackage(name)) {
        throw new AssertionError("no class in the domain package " + name);
      }
    }
    byName().values().forEach(rule -> rule.check(production));
  }

  /** All rules, by name. */
  Map<String, ArchRule> byName() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("plain", plain());
    rules.put("no wiring", noWiring());
    rules.put("no floating point", noFloatingPoint());
    rules.put("no chance", noChance());
    rules.put("no clock", noClock());
    rules.put("no other service", knowsNoOther(root, service));
    return Collections.unmodifiableMap(rules);
  }

  /** No class of a service depends on one of another. */
  public static ArchRule knowsNoOtherService(String service) {
    return knowsNoOther(ROOT, service);
  }

  /** No class of the packages asks what time it is; a clock given to it may be read. */
  public static ArchRule asksNoClock(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .accessTargetWhere(ASKS_THE_CLOCK);
  }

  private static ArchRule knowsNoOther(String root, String service) {
    String[] others =
        SERVICES.stream()
            .filter(name -> !name.equals(service))
            .map(name -> root + "." + name + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(root + "." + service + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others);
  }

  private ArchRule plain() {
    List<String> allowed = new ArrayList<>(PLAIN);
    allowed.addAll(List.of(domain()));
    allowed.addAll(readers);
    PackageMatchers packages = PackageMatchers.of(allowed);
    return classes()
        .that()
        .resideInAnyPackage(domain())
        .should()
        .onlyDependOnClassesThat(
            describe(
                "are of the JDK, the domain of common, JSpecify or the domain itself",
                type -> {
                  JavaClass element = type.getBaseComponentType();
                  return element.isPrimitive() || packages.test(element.getPackageName());
                }));
  }

  private ArchRule noWiring() {
    return noClasses()
        .that()
        .resideInAnyPackage(domain())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(WIRING);
  }

  private ArchRule noFloatingPoint() {
    return noClasses()
        .that()
        .resideInAnyPackage(domain())
        .should()
        .dependOnClassesThat(describe("are floating point", DomainRules::isFloatingPoint))
        .orShould()
        .accessTargetWhere(CALCULATES_IN_FLOATING_POINT)
        .orShould(FloatingPointMembers.DECLARED);
  }

  private ArchRule noChance() {
    return noClasses()
        .that()
        .resideInAnyPackage(domain())
        .should()
        .dependOnClassesThat()
        .areAssignableTo(RandomGenerator.class)
        .orShould()
        .accessTargetWhere(ASKS_CHANCE);
  }

  private ArchRule noClock() {
    return noClasses()
        .that()
        .resideInAnyPackage(domain())
        .should()
        .accessTargetWhere(ASKS_THE_CLOCK)
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(InstantSource.class);
  }

  private String[] domain() {
    return domain.stream().map(name -> name + "..").toArray(String[]::new);
  }

  private static boolean asksTheClock(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    String member = access.getTarget().getName();
    return (owner.getPackageName().startsWith("java.time") && member.equals("now"))
        || (owner.isEquivalentTo(System.class) && member.equals("currentTimeMillis"))
        || (owner.isEquivalentTo(java.util.Date.class)
            && access.getTarget() instanceof CodeUnitAccessTarget target
            && member.equals("<init>")
            && target.getRawParameterTypes().isEmpty());
  }

  private static boolean asksChance(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    String member = access.getTarget().getName();
    return (owner.isEquivalentTo(Math.class) && member.equals("random"))
        || (owner.isEquivalentTo(java.util.UUID.class) && member.equals("randomUUID"))
        || (owner.isEquivalentTo(Collections.class) && member.equals("shuffle"));
  }

  private static boolean givesOrTakesFloatingPoint(JavaAccess<?> access) {
    return switch (access.getTarget()) {
      case CodeUnitAccessTarget target ->
          isFloatingPoint(target.getRawReturnType())
              || target.getRawParameterTypes().stream().anyMatch(DomainRules::isFloatingPoint);
      case FieldAccessTarget field -> isFloatingPoint(field.getRawType());
      default -> false;
    };
  }

  static boolean isFloatingPoint(JavaClass type) {
    String name = type.getBaseComponentType().getName();
    return name.equals("double")
        || name.equals("float")
        || name.equals(Double.class.getName())
        || name.equals(Float.class.getName());
  }
}
