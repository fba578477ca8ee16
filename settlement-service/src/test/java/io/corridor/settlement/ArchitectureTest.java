package io.corridor.settlement;

import io.corridor.common.architecture.DomainRules;
import org.junit.jupiter.api.Test;

/** The domain is plain Java, and the service knows no other. */
class ArchitectureTest {

  @Test
  void theDomainIsPlainJavaAndNoServiceKnowsAnother() {
    DomainRules.of(
            "settlement",
            "bundle",
            "capitation",
            "corridor",
            "engine",
            "estimate",
            "globalbudget",
            "incentive",
            "ledger",
            "medicalloss",
            "mssp",
            "share",
            "statement",
            "terms",
            "utilization")
        .check();
  }
}
