package io.corridor.benchmark.budget;

import io.corridor.benchmark.membership.Standing;
import io.corridor.benchmark.risk.ContractRiskWeights;
import io.corridor.benchmark.risk.MemberRisk;
import io.corridor.benchmark.risk.MonthRisk;
import io.corridor.common.care.Contract;
import io.corridor.common.care.CostTerms;
import io.corridor.common.facts.Rows;
import io.corridor.common.streams.World;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The scores of a member under a contract, each version of its terms with its own model. */
final class MemberScores {

  private final Rows rows;
  private final World world;
  private final Map<Integer, MemberRisk> byVersion = new HashMap<>();

  MemberScores(Rows rows, World world) {
    this.rows = rows;
    this.world = world;
  }

  /** The scores of a month; empty where the terms ask for none or the person is not known. */
  Optional<MonthRisk> in(Contract terms, Standing standing) {
    CostTerms.Risk asked = terms.cost().risk();
    return asked == null
        ? Optional.empty()
        : risk(terms, asked).in(standing, yearBegins(terms, standing.month()));
  }

  /** The member's risk in the model of the terms. */
  MemberRisk risk(Contract terms, CostTerms.Risk asked) {
    return byVersion.computeIfAbsent(
        terms.version(),
        any -> {
          @Nullable ContractRiskWeights table = RiskTables.of(world, terms).orElse(null);
          return new MemberRisk(RiskTables::models, asked, table, rows);
        });
  }

  /** First day of the performance year of a month: the day of a contract's ages. */
  static LocalDate yearBegins(Contract terms, YearMonth month) {
    return terms.yearOf(month).map(year -> year.span().from()).orElse(month.atDay(1));
  }
}
