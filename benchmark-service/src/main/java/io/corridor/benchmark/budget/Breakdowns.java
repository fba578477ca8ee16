package io.corridor.benchmark.budget;

import io.corridor.benchmark.breakdown.MonthBreakdown;
import io.corridor.benchmark.membership.MemberMonthCost;
import io.corridor.common.care.Contract;
import io.corridor.common.care.CostTerms.Breakdown;
import io.corridor.common.id.Npi;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.streams.Answer;
import io.corridor.common.streams.Part;
import io.corridor.common.streams.Totals;
import io.corridor.schemas.BreakdownLine;
import io.corridor.schemas.CostBreakdown;
import io.corridor.schemas.MemberBreakdown;
import io.corridor.schemas.Sensitivity;
import io.corridor.schemas.topic.CostTopics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cost by drug, specialty, specialist, referral and disease: member months and the sums of a
 * contract.
 */
final class Breakdowns {

  /** Before a kind in the level of a sum. */
  private static final String LEVEL = "BY-";

  private static final int MEMBER_MONTHS = 0;
  private static final int ALLOWED = 1;
  private static final int PAID = 2;
  private static final int INSIDE_PAID = 3;
  private static final int UNITS = 4;
  private static final int REFERRED_PAID = 5;
  private static final int WIDTH = 6;
  private static final int MILLIONTHS = 6;

  private Breakdowns() {}

  /** True for a sum of this kind. */
  static boolean is(BudgetKey key) {
    return key.level().startsWith(LEVEL);
  }

  /** A member month; ends where it has no line. */
  static Answer answer(
      String member, Contract terms, MemberMonthCost cost, MonthBreakdown breakdown) {
    String month = cost.month().toString();
    String key = String.join("|", member, terms.id().value(), month);
    if (breakdown.lines().isEmpty()) {
      return Answer.none(CostTopics.MEMBER_BREAKDOWN, key, terms.payer(), cost.month().atDay(1));
    }
    Npi npi = cost.npi();
    MemberBreakdown body =
        MemberBreakdown.newBuilder()
            .setMember(member)
            .setContract(terms.id().value())
            .setMonth(month)
            .setTin(cost.tin().value())
            .setNpi(npi == null ? null : npi.value())
            .setLines(breakdown.lines().stream().map(Breakdowns::line).toList())
            .build();
    return new Answer(
        CostTopics.MEMBER_BREAKDOWN,
        key,
        body,
        terms.payer(),
        cost.month().atDay(1),
        Sensitivity.valueOf(breakdown.care().name()),
        parts(terms.id().value(), month, breakdown.lines()));
  }

  private static BreakdownLine line(MonthBreakdown.Line line) {
    boolean specialist = line.kind() == Breakdown.SPECIALIST;
    boolean billed =
        (specialist || line.kind() == Breakdown.REFERRAL) && !line.practice().isEmpty();
    return BreakdownLine.newBuilder()
        .setKind(line.kind().name())
        .setId(line.id())
        .setTin(billed ? line.practice() : null)
        .setInside(billed ? line.inside() : null)
        .setUnits(line.kind() == Breakdown.DRUG ? millionths(line.units()) : null)
        .setAllowed(line.allowed().dollars())
        .setPaid(line.paid().dollars())
        .setReferredPaid(specialist ? line.referredPaid().dollars() : null)
        .build();
  }

  private static @Nullable BigDecimal share(Money part, Money whole) {
    return whole.isZero() ? null : Rate.ratio(part.dollars(), whole.dollars()).sixDigitsHalfUp();
  }

  private static BigDecimal millionths(long units) {
    return BigDecimal.valueOf(units, MILLIONTHS);
  }

  /** One part an id: a specialist of two practices is one. */
  private static List<Part> parts(String contract, String month, List<MonthBreakdown.Line> lines) {
    List<Part> parts = new ArrayList<>();
    BudgetKey last = null;
    for (MonthBreakdown.Line line : lines) {
      BudgetKey key = new BudgetKey(contract, LEVEL + line.kind().name(), line.id(), month);
      long[] amounts = new long[WIDTH];
      amounts[MEMBER_MONTHS] = key.equals(last) ? 0 : 1;
      amounts[ALLOWED] = line.allowed().cents();
      amounts[PAID] = line.paid().cents();
      amounts[INSIDE_PAID] = line.insidePaid().cents();
      amounts[UNITS] = line.units();
      amounts[REFERRED_PAID] = line.referredPaid().cents();
      parts.add(new Part(key.text(), amounts));
      last = key;
    }
    return parts;
  }

  /**
   * The sum of a month or year.
   *
   * @param months the sums it is made of
   */
  static Answer answer(BudgetKey key, List<BudgetKey> months, Totals.Sums sums, String tenant) {
    long[] amounts = new long[WIDTH];
    for (BudgetKey month : months) {
      long[] sum = sums.sum(month.text());
      for (int i = 0; i < sum.length; i++) {
        amounts[i] = Math.addExact(amounts[i], sum[i]);
      }
    }
    String kind = key.level().substring(LEVEL.length());
    String name = String.join("|", key.contract(), kind, key.id(), key.period());
    LocalDate from =
        key.isMonth()
            ? YearMonth.parse(key.period()).atDay(1)
            : LocalDate.of(Integer.parseInt(key.period()), 1, 1);
    if (Arrays.stream(amounts).allMatch(amount -> amount == 0)) {
      return Answer.none(CostTopics.COST_BREAKDOWN, name, tenant, from);
    }
    Money paid = Money.ofCents(amounts[PAID]);
    Money inside = Money.ofCents(amounts[INSIDE_PAID]);
    Money referred = Money.ofCents(amounts[REFERRED_PAID]);
    boolean specialists =
        kind.equals(Breakdown.SPECIALTY.name()) || kind.equals(Breakdown.SPECIALIST.name());
    boolean clinicians = specialists || kind.equals(Breakdown.REFERRAL.name());
    CostBreakdown body =
        CostBreakdown.newBuilder()
            .setContract(key.contract())
            .setKind(kind)
            .setId(key.id())
            .setPeriod(key.period())
            .setMemberMonths(amounts[MEMBER_MONTHS])
            .setAllowed(Money.ofCents(amounts[ALLOWED]).dollars())
            .setPaid(paid.dollars())
            .setInsidePaid(clinicians ? inside.dollars() : null)
            .setInsideShare(clinicians ? share(inside, paid) : null)
            .setReferredPaid(specialists ? referred.dollars() : null)
            .setReferredShare(specialists ? share(referred, paid) : null)
            .setUnits(kind.equals(Breakdown.DRUG.name()) ? millionths(amounts[UNITS]) : null)
            .build();
    return Answer.of(CostTopics.COST_BREAKDOWN, name, body, tenant, from, List.of());
  }
}
