package io.corridor.settlement.capitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.money.Amount;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Step;
import io.corridor.settlement.capitation.CapitationFacts.Counted;
import io.corridor.settlement.capitation.CapitationFacts.Month;
import io.corridor.settlement.capitation.CapitationFacts.Service;
import io.corridor.settlement.capitation.CapitationFacts.Services;
import io.corridor.settlement.share.Draw;
import io.corridor.settlement.share.Laws;
import io.corridor.settlement.share.Limit;
import io.corridor.settlement.share.Settled;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapitationRulesTest {

  private static final int ROUNDS = 200;
  private static final YearMonth JANUARY = YearMonth.of(2025, 1);
  private static final String OFFICE_VISIT = "99213";
  private static final String VACCINE = "90686";

  private static CapitationTerms terms(@Nullable String leakageCap) {
    return new CapitationTerms(
        new Amount(new BigDecimal("42")),
        Set.of(OFFICE_VISIT, "99214"),
        Set.of(VACCINE),
        leakageCap == null ? null : Rate.of(leakageCap));
  }

  /** Twelve months of 105,000 paid ahead and 2,450 patients in the end. */
  private static NavigableMap<YearMonth, Month> year(List<Service> inMarch) {
    NavigableMap<YearMonth, Month> months = new TreeMap<>();
    for (int i = 0; i < 12; i++) {
      List<Service> services = i == 2 ? inMarch : List.of();
      months.put(
          JANUARY.plusMonths(i),
          new Month(Money.of("105000"), Rate.of(2_450), Rate.of("1.035"), new Services(services)));
    }
    return months;
  }

  private static final List<Service> LEAKED =
      List.of(
          new Service(OFFICE_VISIT, Money.of("30000")),
          new Service("99214", Money.of("8200")),
          new Service(VACCINE, Money.of("21500")));

  @Test
  @DisplayName("1,260,000 paid, 1,278,018 entitled, 38,200 leaked: 20,182.00 go back")
  void workedExample() {
    Settled settled = CapitationRules.reconcile(terms(null), new CapitationFacts(year(LEAKED)));
    assertThat(settled.value("paid")).isEqualByComparingTo("1260000");
    assertThat(settled.value("entitled")).isEqualByComparingTo("1278018");
    assertThat(settled.value("leakage")).isEqualByComparingTo("38200");
    assertThat(settled.payment()).isEqualTo(Money.of("-20182.00"));
    assertThat(settled.limits()).isEmpty();
    Laws.explained(settled);
  }

  @Test
  @DisplayName("2,500 patients at 42 dollars and a risk of 1 are paid 105,000 ahead")
  void paidAhead() {
    Settled settled = CapitationRules.payAhead(terms(null), Rate.of(2_500), Rate.ONE);
    assertThat(settled.payment()).isEqualTo(Money.of("105000"));
    Laws.explained(settled);
  }

  @Test
  @DisplayName("what is counted from claims is taken off as the same services stated are")
  void countedFromClaims() {
    NavigableMap<YearMonth, Month> counted = year(List.of());
    counted.put(
        YearMonth.of(2025, 3),
        new Month(
            Money.of("105000"), Rate.of(2_450), Rate.of("1.035"), new Counted(Money.of("38200"))));
    assertThat(CapitationRules.reconcile(terms(null), new CapitationFacts(counted)))
        .isEqualTo(CapitationRules.reconcile(terms(null), new CapitationFacts(year(LEAKED))));
  }

  @Test
  void carvedOutServicesNeverEnter() {
    List<Service> vaccines = List.of(new Service(VACCINE, Money.of("21500")));
    assertThat(CapitationRules.reconcile(terms(null), new CapitationFacts(year(vaccines))))
        .isEqualTo(CapitationRules.reconcile(terms(null), new CapitationFacts(year(List.of()))));
  }

  @ParameterizedTest
  @DisplayName("leakage counts up to the cap; at the cap it does not bind")
  @CsvSource({
    "0.05,-20182.00,false",
    "0.01,5237.82,true",
    "0,18018.00,true",
  })
  void leakageCap(String cap, String payment, boolean binds) {
    Settled settled = CapitationRules.reconcile(terms(cap), new CapitationFacts(year(LEAKED)));
    assertThat(settled.payment()).isEqualTo(Money.of(payment));
    assertThat(settled.limits().contains(Limit.LEAKAGE_CAP)).isEqualTo(binds);
    Laws.explained(settled);
  }

  @Test
  void leakageExactlyAtTheCapIsNotLimited() {
    List<Service> exactly = List.of(new Service(OFFICE_VISIT, Money.of("12780.18")));
    Settled settled = CapitationRules.reconcile(terms("0.01"), new CapitationFacts(year(exactly)));
    assertThat(settled.limits()).isEmpty();
    assertThat(settled.payment()).isEqualTo(Money.of("5237.82"));
  }

  @Test
  @DisplayName("a correction restates its month and leaves the others as they were")
  void restatesTheMonth() {
    Settled before = CapitationRules.reconcile(terms(null), new CapitationFacts(year(LEAKED)));
    NavigableMap<YearMonth, Month> corrected = year(LEAKED);
    corrected.put(
        YearMonth.of(2025, 7),
        new Month(Money.of("105000"), Rate.of(2_440), Rate.of("1.035"), new Services(List.of())));
    Settled after = CapitationRules.reconcile(terms(null), new CapitationFacts(corrected));
    List<String> moved = new ArrayList<>();
    for (int i = 0; i < before.steps().size(); i++) {
      Step step = after.steps().get(i);
      if (before.steps().get(i).value().compareTo(step.value()) != 0) {
        moved.add(step.name());
      }
    }
    assertThat(moved).containsExactly("entitled.2025.07", "entitled", "due", "payment");
    assertThat(before.payment().minus(after.payment())).isEqualTo(Money.of("434.70"));
  }

  @Test
  void zeroFactsPayZero() {
    Settled settled =
        CapitationRules.reconcile(terms("0.05"), new CapitationFacts(new TreeMap<>()));
    assertThat(settled.payment()).isEqualTo(Money.ZERO);
    assertThat(settled.limits()).isEmpty();
    Laws.explained(settled);
  }

  @Test
  void aServiceCannotBeCapitatedAndCarvedOut() {
    assertThatThrownBy(() ->
            new CapitationTerms(new Amount(BigDecimal.TEN), Set.of(VACCINE), Set.of(VACCINE), null))
        .hasMessage("service 90686 is both capitated and carved out");
  }

  private static Month draw(Draw draw) {
    List<Service> services = new ArrayList<>();
    int count = draw.number(0, 5);
    for (int i = 0; i < count; i++) {
      services.add(new Service(draw.oneIn(2) ? OFFICE_VISIT : VACCINE, draw.dollars(0, 4_000)));
    }
    return new Month(
        draw.dollars(0, 100_000),
        draw.count(0, 3_000),
        draw.percent(70, 140),
        new Services(services));
  }

  @ParameterizedTest
  @ValueSource(longs = {501, 502, 503})
  @DisplayName("laws: explained, more leakage never pays more, order of services irrelevant")
  void laws(long seed) {
    Draw draw = new Draw(seed);
    for (int round = 0; round < ROUNDS; round++) {
      CapitationTerms terms = terms(draw.oneIn(2) ? null : "0.02");
      NavigableMap<YearMonth, Month> months = new TreeMap<>();
      for (int i = 0; i < 12; i++) {
        months.put(JANUARY.plusMonths(i), draw(draw));
      }
      Settled before = CapitationRules.reconcile(terms, new CapitationFacts(months));
      Laws.explained(before);
      Month march = months.getOrDefault(JANUARY.plusMonths(2), draw(draw));
      Money more = draw.dollars(0, 9_000);
      List<Service> services = new ArrayList<>(((Services) march.boughtElsewhere()).services());
      Collections.shuffle(services, draw.random());
      months.put(
          JANUARY.plusMonths(2),
          new Month(march.paid(), march.memberMonths(), march.riskScore(), new Services(services)));
      assertThat(CapitationRules.reconcile(terms, new CapitationFacts(months))).isEqualTo(before);
      services.add(new Service(OFFICE_VISIT, more));
      months.put(
          JANUARY.plusMonths(2),
          new Month(march.paid(), march.memberMonths(), march.riskScore(), new Services(services)));
      Settled after = CapitationRules.reconcile(terms, new CapitationFacts(months));
      Laws.moreSpendingPaysNoMore(before, after, more, Rate.ONE);
    }
  }
}
