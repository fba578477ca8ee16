package io.corridor.portal.dashboard;

import io.corridor.common.care.Contract;
import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
import io.corridor.common.time.Months;
import io.corridor.portal.config.PortalProperties;
import io.corridor.portal.dashboard.DashboardQueries.ScoreView;
import io.corridor.portal.readmodel.Reference;
import io.corridor.portal.shell.Audit;
import io.corridor.portal.shell.BusinessClock;
import io.corridor.portal.shell.ContractInfo;
import io.corridor.portal.shell.Format;
import io.corridor.portal.shell.NotFoundException;
import io.corridor.portal.shell.Role;
import io.corridor.portal.shell.Shells;
import io.corridor.portal.shell.Visit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Pages of contracts. */
@Controller
class ContractController {

  private final DashboardQueries queries;
  private final Reference reference;
  private final Audit audit;
  private final Shells shells;
  private final PortalProperties properties;

  ContractController(
      DashboardQueries queries,
      Reference reference,
      Audit audit,
      Shells shells,
      PortalProperties properties) {
    this.queries = queries;
    this.reference = reference;
    this.audit = audit;
    this.shells = shells;
    this.properties = properties;
  }

  /** A contract in the list. */
  record Card(String title, String href, String payer, String headline, List<Kpi> kpis) {}

  @GetMapping("/contracts")
  String contracts(Visit visit, Model model) {
    visit.needs(Role.Area.CONTRACTS);
    BusinessClock clock = reference.clock(properties.zone());
    List<Card> cards = new ArrayList<>();
    for (ContractInfo info : reference.contracts(visit.scope())) {
      yearOn(info.terms(), clock.today())
          .ifPresent(year -> {
            View view = view(info, year, visit, clock);
            cards.add(
                new Card(
                    info.acoName() + ", " + year.year(),
                    "/contracts/" + info.id() + "/" + year.year(),
                    info.terms().payer(),
                    view.headline().title(),
                    view.kpis()));
          });
    }
    audit.record(visit.viewer(), "VIEW_CONTRACTS", null, cards.size());
    model.addAttribute("cards", cards);
    model.addAttribute("today", Format.longDay(clock.today()));
    model.addAttribute("shell", shells.of(visit, Role.Area.CONTRACTS));
    return "contract/list";
  }

  @GetMapping("/contracts/{id}/{year}")
  String contract(@PathVariable String id, @PathVariable int year, Visit visit, Model model) {
    visit.needs(Role.Area.CONTRACTS);
    ContractInfo info = reference.contract(visit.scope(), id).orElseThrow(NotFoundException::new);
    Contract.PerformanceYear performance =
        info.terms().years().stream()
            .filter(candidate -> candidate.year() == year)
            .findFirst()
            .orElseThrow(NotFoundException::new);
    BusinessClock clock = reference.clock(properties.zone());
    View view = view(info, performance, visit, clock);
    audit.record(visit.viewer(), "VIEW_CONTRACT", id + "|" + year, 1);
    model.addAttribute("info", info);
    model.addAttribute("view", view);
    model.addAttribute("year", year);
    model.addAttribute("name", info.acoName() + ", " + year);
    model.addAttribute("years", years(info));
    model.addAttribute(
        "practices",
        queries.practices(visit.scope(), id, year).stream()
            .map(practice -> PracticeRow.of(practice, info.practice(practice.tin())))
            .toList());
    model.addAttribute("shell", shells.of(visit, Role.Area.CONTRACTS));
    return "contract/page";
  }

  private static Map<String, String> years(ContractInfo info) {
    Map<String, String> years = new LinkedHashMap<>();
    info.terms()
        .years()
        .forEach(year ->
            years.put(String.valueOf(year.year()), "/contracts/" + info.id() + "/" + year.year()));
    return years;
  }

  /** Everything a contract's page shows. */
  record View(
      String subtitle,
      Headline headline,
      List<Kpi> kpis,
      BurnDown burnDown,
      @Nullable EstimateView estimate,
      Waterfall waterfall,
      List<GateRow> gates,
      boolean whole) {}

  private View view(
      ContractInfo info, Contract.PerformanceYear year, Visit visit, BusinessClock clock) {
    boolean whole = visit.scope().seesContract(info.id());
    String level = whole ? "CONTRACT" : "TIN";
    String id = whole ? info.id() : ownPractice(info, visit);
    ContractFigures figures = queries.figures(visit.scope(), info.id(), level, id, year.year());
    EstimateView estimate =
        whole ? queries.estimate(visit.scope(), info.id(), year.year()).orElse(null) : null;
    ScoreView score = queries.score(visit.scope(), info.id(), level, id, year.year()).orElse(null);
    LocalDate until = year.span().until();
    boolean over = until != null && !clock.today().isBefore(until);
    BurnDown burnDown = BurnDown.of(figures, months(year), whole ? gateRate(info, estimate) : null);
    return new View(
        subtitle(info, figures, clock, whole ? "" : info.practice(id)),
        Headline.of(figures.year(), estimate, withLateClaims(burnDown, estimate), over, whole),
        Kpi.of(figures, burnDown, estimate, score, info.terms(), whole),
        burnDown,
        estimate,
        estimate == null ? new Waterfall(List.of()) : Waterfall.of(estimate),
        gates(info.terms(), score),
        whole);
  }

  /** What the estimate rests on, where late claims are part of it. */
  private static @Nullable Money withLateClaims(
      BurnDown burnDown, @Nullable EstimateView estimate) {
    return burnDown.completes() && estimate != null && estimate.refusal() == null
        ? estimate.savings()
        : null;
  }

  private static String ownPractice(ContractInfo info, Visit visit) {
    return info.terms().participants().byTin().keySet().stream()
        .map(Tin::value)
        .filter(visit.scope().tins()::contains)
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }

  private static @Nullable BigDecimal gateRate(ContractInfo info, @Nullable EstimateView estimate) {
    if (estimate != null && estimate.minimumRate() != null) {
      return estimate.minimumRate();
    }
    return info.terms().settlement().minimumSavingsRate() == null
        ? null
        : info.terms().settlement().minimumSavingsRate().value();
  }

  private static List<YearMonth> months(Contract.PerformanceYear year) {
    YearMonth first = YearMonth.from(year.span().from());
    LocalDate until = year.span().until();
    YearMonth last = until == null ? first.plusMonths(11) : YearMonth.from(until.minusDays(1));
    return Months.between(first, last);
  }

  private static Optional<Contract.PerformanceYear> yearOn(Contract terms, LocalDate day) {
    return terms
        .yearOf(YearMonth.from(day))
        .or(() ->
            terms.years().stream()
                .filter(year -> !year.span().from().isAfter(day))
                .reduce((first, second) -> second))
        .or(() -> terms.years().stream().findFirst());
  }

  private String subtitle(
      ContractInfo info, ContractFigures figures, BusinessClock clock, String practice) {
    ContractFigures.Period year = figures.year();
    List<String> parts = new ArrayList<>();
    if (!practice.isEmpty()) {
      parts.add("your share: " + practice);
    }
    parts.add(
        info.terms().settlement().twoSided() ? "savings and losses shared" : "savings shared");
    parts.add(
        year == null
            ? "no cost yet"
            : "claims received through "
                + Format.day(year.knownAt().atZone(properties.zone()).toLocalDate()));
    parts.add(
        year == null || year.completeTo() == null
            ? "not complete to any day yet"
            : "complete to " + Format.day(year.completeTo()));
    if (year != null && year.completeTo() != null && year.completeTo().isBefore(clock.today())) {
      parts.add("today is " + Format.day(clock.today()) + ", still being computed");
    }
    if (year != null && year.unpriced() > 0) {
      parts.add(Format.counted(year.unpriced(), "line", "lines") + " without a price");
    }
    return String.join(" · ", parts);
  }

  private static List<GateRow> gates(Contract terms, @Nullable ScoreView score) {
    List<GateRow> rows = new ArrayList<>();
    if (score == null) {
      return rows;
    }
    for (DashboardQueries.MeasureView measure : score.measures()) {
      BigDecimal gate =
          terms.quality() == null
              ? null
              : terms.quality().measures().stream()
                  .filter(candidate -> candidate.measure().equals(measure.measure()))
                  .findFirst()
                  .map(found -> found.threshold().value())
                  .orElse(null);
      rows.add(
          new GateRow(
              measure.measure(),
              GateRow.titleOf(measure.measure()),
              measure.measure().equals("Q14"),
              measure.rate(),
              gate,
              measure.numerator(),
              measure.denominator(),
              measure.points()));
    }
    return rows;
  }
}
