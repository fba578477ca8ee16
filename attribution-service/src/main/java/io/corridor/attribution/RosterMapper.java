package io.corridor.attribution;

import io.corridor.attribution.assignment.Accountable;
import io.corridor.attribution.assignment.AssignedBy;
import io.corridor.attribution.assignment.AssignmentChange;
import io.corridor.attribution.assignment.ChangeType;
import io.corridor.attribution.roster.Published;
import io.corridor.attribution.roster.RosterEntry;
import io.corridor.attribution.roster.Standing;
import io.corridor.common.id.ContractId;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.schemas.FinalAssignment;
import io.corridor.schemas.Restatement;
import io.corridor.schemas.RosterRow;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Roster rows between Avro and the domain. */
final class RosterMapper {

  private RosterMapper() {}

  static RosterRow row(String member, ContractId contract, RosterEntry entry) {
    Accountable held = entry.accountable();
    Accountable prior = entry.prior();
    Standing standing = entry.standing();
    return new RosterRow(
        member,
        contract.value(),
        entry.month().toString(),
        entry.number(),
        entry.businessDate(),
        held == null ? null : held.tin().value(),
        held == null ? null : AssignmentMapper.text(held.npi()),
        held == null ? null : held.method().text(),
        prior == null ? null : prior.tin().value(),
        prior == null ? null : AssignmentMapper.text(prior.npi()),
        entry.type().name(),
        AssignmentMapper.name(entry.reason()),
        standing == null ? null : standing.step(),
        standing == null ? null : standing.since(),
        standing == null ? null : standing.monthsThisYear(),
        standing == null ? null : standing.lastVisit());
  }

  /** A month that was published and is read otherwise now. */
  static Restatement restatement(
      String member,
      ContractId contract,
      @Nullable Integer rosterNumber,
      AssignmentChange change,
      String origin,
      @Nullable String dispute,
      LocalDate businessDate) {
    Accountable from = change.from();
    Accountable to = change.to();
    return new Restatement(
        member,
        contract.value(),
        change.month().toString(),
        rosterNumber,
        from == null ? null : from.tin().value(),
        from == null ? null : AssignmentMapper.text(from.npi()),
        to == null ? null : to.tin().value(),
        to == null ? null : AssignmentMapper.text(to.npi()),
        origin,
        change.reason().name(),
        dispute,
        businessDate);
  }

  /** Months of a frozen assignment. */
  static NavigableMap<YearMonth, Accountable> months(FinalAssignment frozen) {
    NavigableMap<YearMonth, Accountable> months = new TreeMap<>();
    frozen
        .getMonths()
        .forEach(month ->
            months.put(
                YearMonth.parse(month.getMonth()),
                new Accountable(
                    new Tin(month.getTin()),
                    month.getNpi() == null ? null : new Npi(month.getNpi()),
                    AssignedBy.parse(month.getMethod()))));
    return months;
  }

  static Published published(RosterRow row) {
    return new Published(
        YearMonth.parse(row.getMonth()),
        accountable(row),
        ChangeType.valueOf(row.getChangeType()),
        row.getBusinessDate());
  }

  private static @Nullable Accountable accountable(RosterRow row) {
    String tin = row.getTin();
    String method = row.getMethod();
    if (tin == null || method == null) {
      return null;
    }
    String npi = row.getNpi();
    return new Accountable(
        new Tin(tin), npi == null ? null : new Npi(npi), AssignedBy.parse(method));
  }
}
