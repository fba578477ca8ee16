package io.corridor.portal.roster;

import io.corridor.portal.config.PortalProperties;
import io.corridor.portal.readmodel.Reference;
import io.corridor.portal.shell.Audit;
import io.corridor.portal.shell.ContractInfo;
import io.corridor.portal.shell.Format;
import io.corridor.portal.shell.NotFoundException;
import io.corridor.portal.shell.Role;
import io.corridor.portal.shell.Shells;
import io.corridor.portal.shell.Visit;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages of rosters. */
@Controller
class RosterController {

  private static final int FIRST_ROWS = 50;

  private final RosterQueries queries;
  private final RosterExportQueries exports;
  private final ForecastQueries forecasts;
  private final Reference reference;
  private final Audit audit;
  private final Shells shells;
  private final PortalProperties properties;

  RosterController(
      RosterQueries queries,
      RosterExportQueries exports,
      ForecastQueries forecasts,
      Reference reference,
      Audit audit,
      Shells shells,
      PortalProperties properties) {
    this.queries = queries;
    this.exports = exports;
    this.forecasts = forecasts;
    this.reference = reference;
    this.audit = audit;
    this.shells = shells;
    this.properties = properties;
  }

  /** A practice in the list. */
  record Practice(String tin, String name, String members, String list) {}

  @GetMapping("/roster")
  String practices(Visit visit, Model model) {
    visit.needs(Role.Area.ROSTER);
    UnaryOperator<String> names = ContractInfo.practiceNames(reference.contracts(visit.scope()));
    List<Practice> practices =
        queries.practices(visit.scope()).stream()
            .map(practice ->
                new Practice(
                    practice.tin(),
                    names.apply(practice.tin()),
                    Format.count(practice.members()),
                    practice
                        .lastList()
                        .map(month -> Format.month(YearMonth.parse(month)))
                        .orElse("none yet")))
            .toList();
    if (practices.size() == 1) {
      return "redirect:/roster/" + practices.getFirst().tin();
    }
    audit.record(visit.viewer(), "VIEW_PRACTICES", null, practices.size());
    model.addAttribute("practices", practices);
    model.addAttribute("today", Format.longDay(today()));
    model.addAttribute("shell", shells.of(visit, Role.Area.ROSTER));
    return "roster/list";
  }

  @GetMapping("/roster/{tin}")
  String latest(@PathVariable String tin, Visit visit) {
    visit.needs(Role.Area.ROSTER);
    List<String> months = queries.months(visit.scope(), tin);
    String month = months.isEmpty() ? YearMonth.from(today()).toString() : months.getFirst();
    return "redirect:/roster/" + tin + "/" + month + (months.isEmpty() ? "?list=today" : "");
  }

  @GetMapping("/roster/{tin}/{month}")
  String roster(
      @PathVariable String tin,
      @PathVariable String month,
      @RequestParam Optional<String> list,
      @RequestParam Optional<String> rows,
      Visit visit,
      Model model) {
    visit.needs(Role.Area.ROSTER);
    YearMonth at = month(month);
    UnaryOperator<String> names = ContractInfo.practiceNames(reference.contracts(visit.scope()));
    boolean published = !list.equals(Optional.of("today"));
    List<String> months = queries.months(visit.scope(), tin);
    List<RosterMember> members =
        published
            ? queries.published(visit.scope(), tin, at, names)
            : queries.today(visit.scope(), tin, today());
    if (members.isEmpty()
        && months.isEmpty()
        && queries.today(visit.scope(), tin, today()).isEmpty()) {
      throw new NotFoundException();
    }
    Roster roster = new Roster(names.apply(tin), at, published, members);
    List<RosterMember> all = roster.onList();
    audit.record(visit.viewer(), "VIEW_ROSTER", tin + "|" + month, all.size());
    model.addAttribute("roster", roster);
    model.addAttribute(
        "expected", published ? List.of() : forecasts.expected(visit.scope(), tin, today(), names));
    model.addAttribute("statuses", statuses(members, published, at));
    model.addAttribute("tin", tin);
    model.addAttribute("month", month);
    model.addAttribute("months", months);
    model.addAttribute(
        "rows", rows.isPresent() || all.size() <= FIRST_ROWS ? all : all.subList(0, FIRST_ROWS));
    model.addAttribute("today", Format.longDay(today()));
    model.addAttribute("shell", shells.of(visit, Role.Area.ROSTER));
    return "roster/page";
  }

  /** How far the lists on the page may still change; with the contract where they differ. */
  private List<String> statuses(List<RosterMember> members, boolean published, YearMonth month) {
    Set<String> settled = published ? exports.settled(month) : Set.of();
    Map<ListStatus, Set<String>> contracts = new EnumMap<>(ListStatus.class);
    members.forEach(member ->
        contracts
            .computeIfAbsent(
                ListStatus.of(published, settled.contains(member.contract())),
                status -> new TreeSet<>())
            .add(member.contract()));
    return contracts.entrySet().stream()
        .map(entry ->
            contracts.size() == 1
                ? entry.getKey().text()
                : String.join(", ", entry.getValue()) + ": " + entry.getKey().text())
        .toList();
  }

  @GetMapping("/roster/{tin}/{month}/members/{ref}/why")
  String why(
      @PathVariable String tin,
      @PathVariable String month,
      @PathVariable String ref,
      @RequestParam String contract,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
      Visit visit,
      Model model) {
    visit.needs(Role.Area.ROSTER);
    UnaryOperator<String> names = ContractInfo.practiceNames(reference.contracts(visit.scope()));
    Optional<Why> why = queries.why(visit.scope(), ref, contract, month(month), names);
    audit.record(visit.viewer(), "VIEW_WHY", ref, why.isPresent() ? 1 : 0);
    model.addAttribute("why", why.orElse(null));
    model.addAttribute("ref", ref);
    model.addAttribute("contract", contract);
    model.addAttribute("listFinal", exports.settled(month(month)).contains(contract));
    model.addAttribute("actionId", UUID.randomUUID().toString());
    model.addAttribute("tin", tin);
    model.addAttribute("practice", names.apply(tin));
    model.addAttribute("month", month);
    model.addAttribute("monthText", Format.month(month(month)));
    model.addAttribute("shell", shells.of(visit, Role.Area.ROSTER));
    return part == null ? "roster/why" : "roster/why :: panel";
  }

  private LocalDate today() {
    return reference.clock(properties.zone()).today();
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw new NotFoundException();
    }
  }
}
