package io.corridor.local.desynpuf;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.intake.contract.ContractFiles;
import io.corridor.intake.contract.ContractReading;
import io.corridor.schemas.ContractTerms;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The shipped contract is one that intake accepts. */
class DesynpufContractTest {
  private static final Path FILE =
      Path.of(System.getProperty("corridor.root", "../.."), "docs", "contracts", "desynpuf.yaml");

  @Test
  @DisplayName("intake accepts it: 300 practices, a stated minimum savings rate, minLives 50")
  void accepted() {
    ContractReading reading = ContractFiles.read(FILE);
    assertThat(reading.problems()).isEmpty();
    ContractTerms terms = reading.terms().getFirst();
    assertThat(terms.getParticipants()).hasSize(300);
    assertThat(terms.getMinLives()).isEqualTo(50);
    assertThat(terms.getSettlement().getMinimumSavingsRate()).isEqualTo(new BigDecimal("0.020000"));
    assertThat(terms.getPerformanceYears().getLast().getUntil()).isEqualTo("2010-01-01");
  }
}
