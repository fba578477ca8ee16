package io.corridor.portal.api;

import io.corridor.common.id.Tin;
import io.corridor.portal.config.PortalProperties;
import io.corridor.portal.dashboard.ContractFigures;
import io.corridor.portal.dashboard.DashboardQueries;
import io.corridor.portal.dashboard.EstimateView;
import io.corridor.portal.gap.GapFunnel;
import io.corridor.portal.gap.GapQueries;
import io.corridor.portal.gap.GapRow;
import io.corridor.portal.readmodel.Reference;
import io.corridor.portal.shell.Audit;
import io.corridor.portal.shell.BusinessClock;
import io.corridor.portal.shell.ContractInfo;
import io.corridor.portal.shell.NotFoundException;
import io.corridor.portal.shell.Role;
import io.corridor.portal.shell.Visit;
import io.corridor.portal.worklist.Encounter;
import io.corridor.portal.worklist.WorklistQueries;
import io.corridor.portal.worklist.WorklistRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The data of the pages as JSON and CSV, under the same login, scope and audit. */
@RestController
@RequestMapping("/api/v1")
class ApiController {

  private static final String CSV = "text/csv;charset=UTF-8";
  private static final int MOST_GAPS = 10_000;

  private final WorklistQueries worklist;
  private final DashboardQueries dashboard;
  private final GapQueries gaps;
  private final Reference reference;
  private final Audit audit;
  private final PortalProperties properties;

  ApiController(
      WorklistQueries worklist,
      DashboardQueries dashboard,
      GapQueries gaps,
      Reference reference,
      Audit audit,
      PortalProperties properties) {
    this.worklist = worklist;
    this.dashboard = dashboard;
    this.gaps = gaps;
    this.reference = reference;
    this.audit = audit;
    this.properties = properties;
  }

  /** A row of the worklist. */
  record Row(
      String ref,
      String name,
      @Nullable LocalDate birthDate,
      @Nullable String memberNumber,
      String what,
      String source,
      String group,
      String due,
      String clock,
      String status,
      String owner) {}

  @GetMapping("/worklist")
  List<Row> worklist(Visit visit) {
    visit.needs(Role.Area.WORKLIST);
    List<Row> rows = rows(visit);
    audit.record(visit.viewer(), "API_WORKLIST", null, rows.size());
    return rows;
  }

  @GetMapping(value = "/worklist.csv", produces = CSV)
  String worklistCsv(Visit visit) {
    visit.needs(Role.Area.WORKLIST);
    List<Row> rows = rows(visit);
    audit.record(visit.viewer(), "EXPORT_WORKLIST", null, rows.size());
    Csv csv =
        new Csv(
            "ref",
            "name",
            "birth_date",
            "member_number",
            "event",
            "source",
            "group",
            "due",
            "clock",
            "status",
            "owner");
    rows.forEach(row ->
        csv.row(
            row.ref(),
            row.name(),
            row.birthDate(),
            row.memberNumber(),
            row.what(),
            row.source(),
            row.group(),
            row.due(),
            row.clock(),
            row.status(),
            row.owner()));
    return csv.text();
  }

  private List<Row> rows(Visit visit) {
    BusinessClock clock = reference.clock(properties.zone());
    return worklist.open(visit.scope(), clock).stream()
        .map(encounter -> row(encounter, clock))
        .toList();
  }

  private static Row row(Encounter encounter, BusinessClock clock) {
    WorklistRow row = WorklistRow.of(encounter, clock);
    return new Row(
        row.ref(),
        row.name(),
        encounter.patient().birthDate(),
        encounter.patient().memberNumber(),
        row.what(),
        row.source(),
        row.due().group().name(),
        row.due().text(),
        row.due().what(),
        row.status().word(),
        encounter.owner().orElse(""));
  }

  /** A contract in scope. */
  record ContractJson(
      String contract, String aco, String name, String payer, List<Integer> years) {}

  @GetMapping("/contracts")
  List<ContractJson> contracts(Visit visit) {
    visit.needs(Role.Area.CONTRACTS);
    List<ContractJson> contracts =
        reference.contracts(visit.scope()).stream()
            .map(info ->
                new ContractJson(
                    info.id(),
                    info.terms().aco(),
                    info.acoName(),
                    info.terms().payer(),
                    info.terms().years().stream().map(year -> year.year()).toList()))
            .toList();
    audit.record(visit.viewer(), "API_CONTRACTS", null, contracts.size());
    return contracts;
  }

  /** Amounts of a period, dollars as decimal text. */
  record Amounts(
      String period,
      long members,
      BigDecimal memberMonths,
      String budget,
      String counted,
      String difference) {

    static Amounts of(String period, ContractFigures.Period from) {
      return new Amounts(
          period,
          from.members(),
          from.memberMonths(),
          from.budget().toString(),
          from.counted().toString(),
          from.difference().toString());
    }
  }

  /** A contract's year. */
  record YearJson(
      String contract,
      int year,
      @Nullable Amounts total,
      List<Amounts> months,
      @Nullable EstimateJson estimate) {}

  /** An interim estimate, dollars as decimal text. */
  record EstimateJson(
      @Nullable String refusal,
      String savings,
      @Nullable String payment,
      @Nullable String low,
      @Nullable String high,
      String qualityGate,
      List<EstimateView.Step> steps) {

    static EstimateJson of(EstimateView from) {
      return new EstimateJson(
          from.refusal(),
          from.savings().toString(),
          from.expected() == null ? null : from.expected().toString(),
          from.low() == null ? null : from.low().toString(),
          from.high() == null ? null : from.high().toString(),
          from.qualityGate(),
          from.steps());
    }
  }

  @GetMapping("/contracts/{id}/{year}")
  YearJson contract(@PathVariable String id, @PathVariable int year, Visit visit) {
    visit.needs(Role.Area.CONTRACTS);
    ContractFigures figures = figures(id, year, visit);
    audit.record(visit.viewer(), "API_CONTRACT", id + "|" + year, figures.months().size());
    ContractFigures.Period total = figures.year();
    return new YearJson(
        id,
        year,
        total == null ? null : Amounts.of(String.valueOf(year), total),
        amounts(figures),
        visit.scope().seesContract(id)
            ? dashboard.estimate(visit.scope(), id, year).map(EstimateJson::of).orElse(null)
            : null);
  }

  @GetMapping(value = "/contracts/{id}/{year}/months.csv", produces = CSV)
  String months(@PathVariable String id, @PathVariable int year, Visit visit) {
    visit.needs(Role.Area.CONTRACTS);
    ContractFigures figures = figures(id, year, visit);
    audit.record(visit.viewer(), "EXPORT_CONTRACT", id + "|" + year, figures.months().size());
    Csv csv = new Csv("month", "members", "member_months", "budget", "counted", "difference");
    amounts(figures)
        .forEach(month ->
            csv.row(
                month.period(),
                month.members(),
                month.memberMonths().toPlainString(),
                month.budget(),
                month.counted(),
                month.difference()));
    return csv.text();
  }

  private static List<Amounts> amounts(ContractFigures figures) {
    return figures.months().stream()
        .map(month -> Amounts.of(month.month().toString(), month.amounts()))
        .toList();
  }

  private ContractFigures figures(String id, int year, Visit visit) {
    ContractInfo info = reference.contract(visit.scope(), id).orElseThrow(NotFoundException::new);
    if (visit.scope().seesContract(id)) {
      return dashboard.figures(visit.scope(), id, "CONTRACT", id, year);
    }
    String own =
        info.terms().participants().byTin().keySet().stream()
            .map(Tin::value)
            .filter(visit.scope().tins()::contains)
            .findFirst()
            .orElseThrow(NotFoundException::new);
    return dashboard.figures(visit.scope(), id, "TIN", own, year);
  }

  @GetMapping(value = "/gaps.csv", produces = CSV)
  String gapsCsv(
      @RequestParam Optional<String> measure, @RequestParam Optional<String> status, Visit visit) {
    visit.needs(Role.Area.GAPS);
    if (visit.viewer().role() == Role.ANALYST) {
      throw new NotFoundException();
    }
    List<GapRow> rows =
        gaps.rows(
            visit.scope(),
            reference.clock(properties.zone()).today(),
            measure.filter(id -> !id.isBlank()),
            GapQueries.states(status.orElse("open")),
            MOST_GAPS,
            reference.contracts(visit.scope()));
    audit.record(visit.viewer(), "EXPORT_GAPS", measure.orElse(null), rows.size());
    Csv csv =
        new Csv(
            "ref", "name", "person", "measure", "title", "state", "due_by", "evidence", "practice");
    rows.forEach(row ->
        csv.row(
            row.ref(),
            row.name(),
            row.person(),
            row.measure(),
            row.title(),
            row.shown().word(),
            row.dueBy(),
            row.evidence(),
            row.practice()));
    return csv.text();
  }

  @GetMapping("/gaps")
  List<GapFunnel> gaps(Visit visit) {
    visit.needs(Role.Area.GAPS);
    List<GapFunnel> funnels =
        gaps.funnels(visit.scope(), reference.clock(properties.zone()).today());
    audit.record(visit.viewer(), "API_GAPS", null, funnels.size());
    return funnels;
  }
}
