package io.corridor.local.platform;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;

/**
 * Keeps the libraries of one service out of the contexts of the others: all share one class path,
 * and Spring Boot configures whatever it finds there.
 */
final class AutoConfigurations {

  /** Spring Boot's modules that only a service with a database and pages uses. */
  private static final List<String> PORTAL_ONLY =
      List.of(
          "org.springframework.boot.jdbc.",
          "org.springframework.boot.data.",
          "org.springframework.boot.sql.",
          "org.springframework.boot.flyway.",
          "org.springframework.boot.security.",
          "org.springframework.boot.session.",
          "org.springframework.boot.thymeleaf.");

  private AutoConfigurations() {}

  /** Names of the auto-configurations that this service must not get, joined by commas. */
  static String notFor(ServiceDefinition service) {
    if (service.database()) {
      return "";
    }
    ClassLoader loader = service.application().getClassLoader();
    return StreamSupport.stream(
            ImportCandidates.load(AutoConfiguration.class, loader).spliterator(), false)
        .filter(name -> PORTAL_ONLY.stream().anyMatch(name::startsWith))
        .sorted()
        .collect(Collectors.joining(","));
  }
}
