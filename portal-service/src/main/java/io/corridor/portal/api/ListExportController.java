package io.corridor.portal.api;

import io.corridor.portal.campaign.CampaignQueries;
import io.corridor.portal.campaign.DueLetter;
import io.corridor.portal.readmodel.Reference;
import io.corridor.portal.roster.ExportedMember;
import io.corridor.portal.roster.RosterExportQueries;
import io.corridor.portal.shell.Audit;
import io.corridor.portal.shell.ContractInfo;
import io.corridor.portal.shell.NotFoundException;
import io.corridor.portal.shell.Role;
import io.corridor.portal.shell.Visit;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lists of persons for other systems: published rosters with the fields of Da Vinci ATR (domain.md
 * 1.7), and letters that are due.
 */
@RestController
@RequestMapping("/api/v1")
class ListExportController {

  private static final String CSV = "text/csv;charset=UTF-8";

  private final RosterExportQueries rosters;
  private final CampaignQueries campaign;
  private final Reference reference;
  private final Audit audit;

  ListExportController(
      RosterExportQueries rosters, CampaignQueries campaign, Reference reference, Audit audit) {
    this.rosters = rosters;
    this.campaign = campaign;
    this.reference = reference;
    this.audit = audit;
  }

  @GetMapping(value = "/rosters/{tin}/{month}.csv", produces = CSV)
  String roster(@PathVariable String tin, @PathVariable String month, Visit visit) {
    visit.needs(Role.Area.ROSTER);
    YearMonth at = month(month);
    Map<String, ContractInfo> contracts =
        reference.contracts(visit.scope()).stream()
            .collect(Collectors.toMap(ContractInfo::id, Function.identity()));
    List<ExportedMember> members = rosters.published(visit.scope(), tin, at);
    audit.record(visit.viewer(), "EXPORT_ROSTER", tin + "|" + month, members.size());
    Csv csv =
        new Csv(
            "ref",
            "payer_id",
            "contract_id",
            "plan",
            "member_number",
            "family_name",
            "given_name",
            "birth_date",
            "sex",
            "language",
            "death_date",
            "practice_tin",
            "practice_name",
            "clinician_npi",
            "period_from",
            "period_through",
            "method",
            "risk_score",
            "change_type",
            "reason",
            "contract_from",
            "contract_through",
            "list_number",
            "list_status",
            "last_updated",
            "prior_tin",
            "step",
            "since",
            "months_this_year",
            "last_visit");
    members.forEach(member -> row(csv, member, at, contracts.get(member.contract())));
    return csv.text();
  }

  private static void row(
      Csv csv, ExportedMember member, YearMonth month, @Nullable ContractInfo contract) {
    String tin = member.tin();
    csv.row(
        member.ref(),
        contract == null ? null : contract.terms().payer(),
        member.contract(),
        contract == null ? null : contract.terms().lineOfBusiness(),
        member.number(),
        member.familyName(),
        member.givenName(),
        member.birthDate(),
        member.sex(),
        member.language(),
        member.deathDate(),
        tin,
        tin == null || contract == null ? null : contract.practice(tin),
        member.npi(),
        month.atDay(1),
        month.atEndOfMonth(),
        member.method(),
        member.risk() == null ? null : member.risk().stripTrailingZeros().toPlainString(),
        member.changeType(),
        member.reason(),
        contract == null ? null : contract.terms().years().getFirst().span().from(),
        contract == null ? null : lastDay(contract),
        member.roster(),
        member.status().code(),
        member.businessDate(),
        member.priorTin(),
        member.step(),
        member.since(),
        member.monthsThisYear(),
        member.lastVisit());
  }

  private static LocalDate lastDay(ContractInfo contract) {
    return Objects.requireNonNull(contract.terms().years().getLast().span().until()).minusDays(1);
  }

  @GetMapping(value = "/campaign/{contract}/letters.csv", produces = CSV)
  String letters(@PathVariable String contract, Visit visit) {
    visit.needs(Role.Area.ROSTER);
    if (visit.viewer().role() != Role.ANALYST) {
      throw new NotFoundException();
    }
    List<DueLetter> letters = campaign.due(visit.scope(), contract);
    audit.record(visit.viewer(), "EXPORT_LETTERS", contract, letters.size());
    Csv csv =
        new Csv(
            "ref",
            "contract_id",
            "member_number",
            "family_name",
            "given_name",
            "birth_date",
            "language",
            "phone");
    letters.forEach(letter ->
        csv.row(
            letter.ref(),
            contract,
            letter.number(),
            letter.familyName(),
            letter.givenName(),
            letter.birthDate(),
            letter.language(),
            letter.phone()));
    return csv.text();
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw new NotFoundException();
    }
  }
}
