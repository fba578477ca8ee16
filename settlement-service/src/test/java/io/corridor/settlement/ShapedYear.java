package io.corridor.settlement;

import static io.corridor.settlement.Records.rate;

import io.corridor.common.fixture.TermsRecords;
import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.Estimate;
import io.corridor.schemas.MedicalLossTerms;
import io.corridor.schemas.Premium;
import io.corridor.schemas.RecordStatus;
import io.corridor.schemas.SettlementTerms;
import io.corridor.schemas.topic.StatedTopics;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** The year 2025 of contract C1 under shapes beyond shared savings: what tests have in common. */
final class ShapedYear {

  static final LocalDate JUNE = LocalDate.of(2025, 6, 1);
  static final String KEY = "C1|CONTRACT|C1|2025";

  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

  private ShapedYear() {}

  static ContractTerms terms(int version, SettlementTerms settlement) {
    return TermsRecords.contract(
            "C1",
            version,
            FIRST,
            TermsRecords.attribution(List.of("PCP_SELECTION")).build(),
            2025,
            2026)
        .setSettlement(settlement)
        .setMinLives(1)
        .build();
  }

  static SettlementTerms medicalLoss() {
    return SettlementTerms.newBuilder()
        .setShape("MEDICAL_LOSS_RATIO")
        .setMedicalLoss(
            MedicalLossTerms.newBuilder()
                .setTarget(rate("0.86"))
                .setGainShare(rate("0.5"))
                .setGainCap(rate("0.03"))
                .setLossShare(null)
                .setLossCap(null)
                .setRunoutMonths(List.of(3, 12))
                .build())
        .build();
  }

  static void state(FoldDriver driver, String level, String id, String name, String value) {
    driver.feed(
        StatedTopics.ATTESTATION,
        String.join("|", "C1", level, id, "2025", name),
        Records.figure(level, id, name, value));
  }

  static void premium(FoldDriver driver, String month, String premium, String taxes) {
    driver.feed(
        StatedTopics.PREMIUM,
        "C1|" + month,
        Premium.newBuilder()
            .setPayer("P1")
            .setContract("C1")
            .setMonth(month)
            .setPremium(new BigDecimal(premium))
            .setTaxesAndFees(new BigDecimal(taxes))
            .setVersion(1)
            .setStatus(RecordStatus.ACTIVE)
            .build());
  }

  static Estimate estimate(FoldDriver driver, String key) {
    return (Estimate) Objects.requireNonNull(driver.current(Topics.ESTIMATE).get(key));
  }

  static String payment(FoldDriver driver, String key) {
    return Objects.requireNonNull(estimate(driver, key).getExpected()).getPayment().toPlainString();
  }
}
