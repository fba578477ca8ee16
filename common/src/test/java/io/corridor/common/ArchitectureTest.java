package io.corridor.common;

import io.corridor.common.architecture.DomainRules;
import org.junit.jupiter.api.Test;

/** What rules are made of is plain Java. */
class ArchitectureTest {

  @Test
  void theDomainIsPlainJavaAndKnowsNoService() {
    DomainRules.of("common", "care", "facts", "id", "money", "rules", "time")
        .readingWith("org.yaml.snakeyaml..")
        .check();
  }
}
