package io.corridor.local.contract;

import io.corridor.common.money.Rate;
import io.corridor.common.streams.FoldDriver;
import io.corridor.schemas.Attestation;
import io.corridor.schemas.Budget;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.Estimate;
import io.corridor.schemas.FinalBudget;
import io.corridor.schemas.FinalRoster;
import io.corridor.schemas.FinalScore;
import io.corridor.schemas.PerformanceYear;
import io.corridor.schemas.Period;
import io.corridor.schemas.RecordStatus;
import io.corridor.schemas.Score;
import io.corridor.schemas.SettlementCommand;
import io.corridor.schemas.Statement;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.schemas.topic.StatedTopics;
import io.corridor.schemas.topic.Topics;
import io.corridor.settlement.SettlementStage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A published contract estimated and then closed by the service's topology, on the same figures.
 *
 * @param estimate the interim estimate before the closing
 * @param statement the final statement
 */
record ClosedExample(Estimate estimate, Statement statement) {

  private static final Instant KNOWN = Instant.parse("2026-03-31T10:00:00Z");

  /** Feeds the figures as running ones, then closes on the same figures frozen. */
  static ClosedExample of(
      ContractTerms terms,
      long members,
      String budget,
      String counted,
      String composite,
      Map<String, BigDecimal> stated) {
    String contract = terms.getContract();
    PerformanceYear year = terms.getPerformanceYears().getFirst();
    String period = String.valueOf(year.getYear());
    LocalDate cut = year.getUntil().plusMonths(12);
    String level = String.join("|", contract, "CONTRACT", contract, period);
    Budget cost = cost(contract, period, members, budget, counted, cut);
    Score score = score(contract, period, composite, cut);
    try (FoldDriver driver = new FoldDriver(SettlementStage.load())) {
      driver.feed(Topics.TERMS, contract + "|" + terms.getVersion(), terms);
      driver.tick(cut, false);
      stated.forEach((name, value) ->
          driver.feed(
              StatedTopics.ATTESTATION,
              level + "|" + name,
              figure(terms, year.getYear(), name, value)));
      driver.feed(Topics.BUDGET, level, cost);
      driver.feed(Topics.SCORE, level, score);
      Estimate estimate =
          (Estimate) Objects.requireNonNull(driver.current(Topics.ESTIMATE).get(level));
      command(driver, contract, period, "CLOSE", "ann", cut, null);
      driver.feed(
          ClosingTopics.FINAL_ROSTER,
          contract + "|" + period + "|1",
          new FinalRoster(contract, period, 1, cut, members, members * 12));
      driver.feed(
          ClosingTopics.FINAL_SCORE,
          contract + "|" + period + "|1|CONTRACT|" + contract,
          new FinalScore(contract, period, 1, "CONTRACT", contract, cut, KNOWN, score, 1));
      driver.feed(
          ClosingTopics.FINAL_BUDGET,
          contract + "|" + period + "|1|CONTRACT|" + contract,
          new FinalBudget(
              contract, period, 1, "CONTRACT", contract, cut, KNOWN, cost, 1, new ArrayList<>()));
      Period asked =
          (Period)
              Objects.requireNonNull(
                  driver.current(ClosingTopics.PERIOD).get(contract + "|" + period));
      command(driver, contract, period, "APPROVE", "bob", cut, asked.getProposal());
      Statement statement =
          (Statement)
              Objects.requireNonNull(
                  driver.current(ClosingTopics.STATEMENT).get(contract + "|" + period + "|F1"),
                  () -> driver.current(ClosingTopics.PERIOD).toString());
      return new ClosedExample(estimate, statement);
    }
  }

  private static void command(
      FoldDriver driver,
      String contract,
      String period,
      String kind,
      String user,
      LocalDate on,
      @Nullable String proposal) {
    driver.feed(
        ClosingTopics.SETTLEMENT_COMMAND,
        contract + "|" + kind,
        SettlementCommand.newBuilder()
            .setCommandId(kind)
            .setContract(contract)
            .setPeriod(period)
            .setKind(kind)
            .setBusinessDate(on)
            .setProposal(proposal)
            .setUser(user)
            .setAt(Instant.parse("2026-04-01T08:00:00Z").plusSeconds(kind.length()))
            .build());
  }

  private static Attestation figure(ContractTerms terms, int year, String name, BigDecimal value) {
    return Attestation.newBuilder()
        .setPayer(terms.getPayer())
        .setContract(terms.getContract())
        .setLevel("CONTRACT")
        .setId(terms.getContract())
        .setYear(year)
        .setName(name)
        .setValue(value.setScale(6, RoundingMode.UNNECESSARY))
        .setVersion(1)
        .setStatus(RecordStatus.ACTIVE)
        .build();
  }

  private static Budget cost(
      String contract, String period, long members, String budget, String counted, LocalDate to) {
    BigDecimal zero = new BigDecimal("0.00");
    BigDecimal cost = new BigDecimal(counted).setScale(2);
    return Budget.newBuilder()
        .setContract(contract)
        .setLevel("CONTRACT")
        .setId(contract)
        .setPeriod(period)
        .setMembers(members)
        .setMemberMonths(Rate.of(members * 12).value().setScale(6))
        .setAllowed(zero)
        .setPaid(zero)
        .setInScope(cost)
        .setCounted(cost)
        .setBudget(new BigDecimal(budget).setScale(2))
        .setVariance(zero)
        .setCountedPmpm(null)
        .setBudgetPmpm(null)
        .setInsidePaid(zero)
        .setUnpricedLines(0)
        .setCategories(new ArrayList<>())
        .setCompleteTo(to)
        .build();
  }

  private static Score score(String contract, String period, String composite, LocalDate to) {
    return Score.newBuilder()
        .setContract(contract)
        .setLevel("CONTRACT")
        .setId(contract)
        .setPeriod(period)
        .setMeasures(new ArrayList<>())
        .setComposite(new BigDecimal(composite).setScale(6))
        .setGate("MET")
        .setCompleteTo(to)
        .build();
  }
}
