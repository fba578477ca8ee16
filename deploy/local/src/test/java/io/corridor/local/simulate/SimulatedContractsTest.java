package io.corridor.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.intake.contract.ContractReading;
import io.corridor.schemas.BudgetLine;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.Participant;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contracts beside a simulated feed. Seed 42. */
class SimulatedContractsTest {
  @TempDir private Path temp;

  @Test
  @DisplayName("contracts are accepted by the contract reader and name practices of the market")
  void contractsAreValid() throws IOException {
    SimulationConfig config = SimulationConfig.of(300, 14, 42);
    new Simulation(config).write(temp, false, done -> {});
    ContractReading reading =
        io.corridor.intake.contract.ContractFiles.read(temp.resolve("contracts"));
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.warnings()).isEmpty();
    List<ContractTerms> terms = reading.terms();
    assertThat(terms).hasSize(4);
    Set<String> practices = new HashSet<>();
    for (FeedRecord record : new Simulation(config).live(LocalDate.of(2024, 1, 1))) {
      if (record.type() == RecordType.AFFILIATION) {
        practices.add(Patch.value(new String(record.json(), StandardCharsets.UTF_8), "tin"));
      }
    }
    Set<String> payers = new HashSet<>();
    Set<String> acos = new HashSet<>();
    for (ContractTerms contract : terms) {
      payers.add(contract.getPayer());
      acos.add(contract.getAco());
      assertThat(contract.getParticipants()).isNotEmpty();
      for (Participant participant : contract.getParticipants()) {
        assertThat(practices).contains(participant.getTin());
      }
      BigDecimal budget =
          contract.getBudget().stream()
              .map(BudgetLine::getPmpm)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(budget).isBetween(BigDecimal.valueOf(80), BigDecimal.valueOf(3_000));
      assertThat(contract.getSettlement().getMinimumSavingsRate()).isNotNull();
      assertThat(contract.getPerformanceYears().getFirst().getYear()).isEqualTo(2026);
    }
    assertThat(payers).hasSize(3);
    assertThat(acos).hasSize(3);
  }
}
