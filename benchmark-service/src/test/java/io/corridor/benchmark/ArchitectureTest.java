package io.corridor.benchmark;

import io.corridor.common.architecture.DomainRules;
import org.junit.jupiter.api.Test;

/** The domain is plain Java, and the service knows no other. */
class ArchitectureTest {

  @Test
  void theDomainIsPlainJavaAndNoServiceKnowsAnother() {
    DomainRules.of(
            "benchmark",
            "breakdown",
            "completion",
            "membership",
            "risk",
            "spend",
            "target",
            "variation")
        .check();
  }
}
