package io.corridor.settlement;

import io.corridor.common.fixture.TermsRecords;
import io.corridor.schemas.Attestation;
import io.corridor.schemas.Budget;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.MeasureScore;
import io.corridor.schemas.QualityTerms;
import io.corridor.schemas.RecordStatus;
import io.corridor.schemas.Score;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Records of the topics that the service reads; a test states only what matters to it. */
final class Records {

  private Records() {}

  static BigDecimal rate(String text) {
    return new BigDecimal(text).setScale(6);
  }

  static ContractTerms terms(int version, LocalDate from, String share, boolean quality) {
    return terms(version, from, share, quality, 2025);
  }

  static ContractTerms terms(
      int version, LocalDate from, String share, boolean quality, int lastYear) {
    return TermsRecords.contract(
            "C1",
            version,
            from,
            TermsRecords.attribution(List.of("PCP_SELECTION")).build(),
            IntStream.rangeClosed(2024, lastYear).toArray())
        .setLineOfBusiness("COMMERCIAL")
        .setQuality(quality ? qualityTerms() : null)
        .setSettlement(
            TermsRecords.oneSided(share)
                .setMinimumSavingsRate(new BigDecimal("0.020000"))
                .setPaymentCapPercent(new BigDecimal("0.100000"))
                .build())
        .setVisitDays(7)
        .build();
  }

  private static QualityTerms qualityTerms() {
    return QualityTerms.newBuilder()
        .setMeasures(new ArrayList<>())
        .setGate(new BigDecimal("0.400000"))
        .setScaled(true)
        .setFullScore(new BigDecimal("0.800000"))
        .setMinimumShare(new BigDecimal("0.500000"))
        .build();
  }

  static Budget budget(
      String level, String id, String period, String budget, String counted, LocalDate to) {
    BigDecimal zero = new BigDecimal("0.00");
    return Budget.newBuilder()
        .setContract("C1")
        .setLevel(level)
        .setId(id)
        .setPeriod(period)
        .setMembers(800)
        .setMemberMonths(new BigDecimal("9600.000000"))
        .setAllowed(zero)
        .setPaid(zero)
        .setInScope(zero)
        .setCounted(new BigDecimal(counted))
        .setBudget(new BigDecimal(budget))
        .setVariance(zero)
        .setCountedPmpm(null)
        .setBudgetPmpm(null)
        .setInsidePaid(zero)
        .setUnpricedLines(0)
        .setCategories(new ArrayList<>())
        .setCompleteTo(to)
        .build();
  }

  static Budget year(String period, String counted) {
    return budget("CONTRACT", "C1", period, "1000000.00", counted, LocalDate.of(2025, 6, 1));
  }

  /** The first version of a figure that somebody states of a level in 2025. */
  static Attestation figure(String level, String id, String name, String value) {
    return Attestation.newBuilder()
        .setPayer("P1")
        .setContract("C1")
        .setLevel(level)
        .setId(id)
        .setYear(2025)
        .setName(name)
        .setValue(rate(value))
        .setVersion(1)
        .setStatus(RecordStatus.ACTIVE)
        .build();
  }

  static Score score(String gate, @Nullable String composite, LocalDate to) {
    return Score.newBuilder()
        .setContract("C1")
        .setLevel("CONTRACT")
        .setId("C1")
        .setPeriod("2025")
        .setMeasures(
            new ArrayList<>(List.of(measure("Q01", 7, "1.000000"), measure("Q02", 3, "2.000000"))))
        .setComposite(composite == null ? null : new BigDecimal(composite))
        .setGate(gate)
        .setCompleteTo(to)
        .build();
  }

  private static MeasureScore measure(String id, int points, String weight) {
    return MeasureScore.newBuilder()
        .setMeasure(id)
        .setNumerator(1)
        .setDenominator(2)
        .setExcluded(0)
        .setOpen(1)
        .setRate(new BigDecimal("0.500000"))
        .setPoints(points)
        .setWeight(new BigDecimal(weight))
        .build();
  }
}
