package io.corridor.benchmark.risk;

import io.corridor.benchmark.membership.Standing;
import io.corridor.benchmark.membership.Traits;
import io.corridor.common.care.CostTerms;
import io.corridor.common.care.Person;
import io.corridor.common.facts.Rows;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The scores of one member, month by month (domain.md 2.8): the diagnoses of the calendar year
 * before the month for the prospective score, those of its own year for the emerging one.
 */
public final class MemberRisk {

  private final Supplier<RiskAdjustment> models;
  private final CostTerms.Risk terms;
  private final @Nullable ContractRiskWeights table;
  private final Rows rows;
  private final Map<Asked, MonthRisk> once = new HashMap<>();

  /** Two months of which this is equal have the same scores. */
  private record Asked(Person person, Traits traits, int year, LocalDate ageOn) {}

  /**
   * A member under a contract.
   *
   * @param models the CMS models; asked for only when the terms name one
   * @param terms risk terms of the contract
   * @param table weights of the contract; null where it names a CMS model
   * @param rows rows of the member
   */
  public MemberRisk(
      Supplier<RiskAdjustment> models,
      CostTerms.Risk terms,
      @Nullable ContractRiskWeights table,
      Rows rows) {
    this.models = models;
    this.terms = terms;
    this.table = table;
    this.rows = rows;
  }

  /**
   * The scores of a month; empty while the payer does not state the person.
   *
   * @param yearBegins first day of the performance year: the day of the age of a contract's table
   */
  public Optional<MonthRisk> in(Standing standing, LocalDate yearBegins) {
    Person person = standing.person();
    if (person == null) {
      return Optional.empty();
    }
    Asked asked = new Asked(person, standing.traits(), standing.month().getYear(), yearBegins);
    return Optional.of(once.computeIfAbsent(asked, this::score));
  }

  private MonthRisk score(Asked asked) {
    DiagnosisHistory diagnoses = history(asked.year());
    return table == null ? byModels(asked, diagnoses) : byTable(table, asked, diagnoses);
  }

  private DiagnosisHistory history(int year) {
    return DiagnosisHistory.of(rows, year - 1, year);
  }

  private MonthRisk byModels(Asked asked, DiagnosisHistory diagnoses) {
    RiskAdjustment adjustment = models.get();
    SegmentFacts facts = SegmentReading.of(asked.traits());
    PaymentScore now = adjustment.prospective(asked.person(), facts, asked.year(), diagnoses);
    PaymentScore next = adjustment.emerging(asked.person(), facts, asked.year(), diagnoses);
    return new MonthRisk(
        score(now),
        score(next),
        now.models().stream()
            .map(model ->
                String.join(
                    ":",
                    model.raw().model().name(),
                    model.raw().segment().code(),
                    model.raw().raw().toPlainString(),
                    Integer.toString(model.announcement().paymentYear())))
            .toList());
  }

  private RiskScore score(PaymentScore score) {
    return terms.model() == CostTerms.Model.CMS_HCC_CODING_ADJUSTED
        ? score.codingAdjusted()
        : score.normalized();
  }

  private static MonthRisk byTable(
      ContractRiskWeights weights, Asked asked, DiagnosisHistory diagnoses) {
    Set<ContractRiskWeights.Trait> traits =
        asked.traits().values().stream()
            .map(trait -> trait.split("=", 2))
            .map(pair -> new ContractRiskWeights.Trait(pair[0], pair[1]))
            .collect(Collectors.toUnmodifiableSet());
    ContractRiskWeights.Score now =
        weights.score(
            asked.person(),
            asked.ageOn(),
            new HashSet<>(diagnoses.codes(asked.year() - 1)),
            traits);
    ContractRiskWeights.Score next =
        weights.score(
            asked.person(),
            asked.ageOn().plusYears(1),
            new HashSet<>(diagnoses.codes(asked.year())),
            traits);
    return new MonthRisk(
        now.score(),
        next.score(),
        now.terms().stream()
            .map(term -> term.reason() + ":" + term.weight().value().toPlainString())
            .toList());
  }

  /** Chronic conditions that count in the year and are not coded yet in it; none of a table. */
  public List<RecaptureGap> recapture(Standing standing, int year) {
    Person person = standing.person();
    return person == null || table != null
        ? List.of()
        : models.get().recapture(person, SegmentReading.of(standing.traits()), year, history(year));
  }
}
