package io.corridor.attribution.roster;

import static io.corridor.attribution.assignment.Care.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.attribution.assignment.Accountable;
import io.corridor.attribution.assignment.AssignedBy;
import io.corridor.attribution.assignment.Care;
import io.corridor.attribution.assignment.Care.ClaimOf;
import io.corridor.attribution.assignment.Care.Terms;
import io.corridor.attribution.assignment.ChangeReason;
import io.corridor.attribution.assignment.ChangeType;
import io.corridor.attribution.assignment.Member;
import io.corridor.attribution.assignment.MemberAssignment;
import io.corridor.attribution.assignment.MemberHistory;
import io.corridor.attribution.assignment.Network;
import io.corridor.attribution.assignment.Scope;
import io.corridor.common.care.Claim;
import io.corridor.common.care.Contract.Method;
import io.corridor.common.facts.MemoryRows;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Published rosters (domain.md 1.7, law L6). */
class RosterRulesTest {

  private static final RosterRules.Calendar CALENDAR =
      new RosterRules.Calendar() {
        @Override
        public int number(YearMonth month) {
          return new Terms().programs().rosterNumber(ID, month);
        }

        @Override
        public YearMonth yearBegins(YearMonth month) {
          return new Terms().programs().yearBegins(ID, month);
        }
      };

  private final NavigableMap<YearMonth, Published> published = new TreeMap<>();
  private LocalDate businessDate = day("2024-12-31");

  /** Ticks with publication and keeps what was published. */
  private List<RosterEntry> tick(Member member, String to) {
    MemberAssignment assignment =
        MemberAssignment.derive(
            MemberHistory.of(member.rows),
            Network.of(List.of()),
            new Terms().programs(),
            ID,
            day(to),
            Scope.everything(),
            new MemberAssignment.Before(new TreeMap<>(), false),
            null);
    List<RosterEntry> entries =
        RosterRules.publish(
            RosterRules.months(businessDate, day(to)),
            assignment,
            published,
            day(to),
            CALENDAR,
            day("2025-02-11"));
    entries.forEach(entry -> published.put(entry.month(), entry.published()));
    businessDate = day(to);
    return entries;
  }

  private static ClaimOf visit(String day) {
    return ClaimOf.tin(T1).line(day, N1, FAMILY, "99213", "90.00");
  }

  @Test
  void givenTickOverSeveralFirsts_thenOneRowAMonthAgainstTheOneBefore() {
    List<RosterEntry> entries =
        tick(Member.enrolled("2025-01-01").with(visit("2024-06-10")), "2025-03-05");
    assertThat(entries)
        .extracting(RosterEntry::type)
        .containsExactly(ChangeType.NEW, ChangeType.NOCHANGE, ChangeType.NOCHANGE);
    assertThat(entries).extracting(RosterEntry::number).containsExactly(1, 2, 3);
    assertThat(entries.getFirst().reason()).isEqualTo(ChangeReason.NEW_ENROLLEE);
    assertThat(entries.getLast().reason()).isNull();
    assertThat(entries.getFirst().businessDate()).isEqualTo(day("2025-03-05"));
  }

  @Test
  void givenAMemberWhoChangesPractices_thenTheRowSaysSinceWhenAndHowManyMonthsOfTheYear() {
    Member member =
        Member.enrolled("2025-01-01")
            .with(visit("2024-06-10"))
            .with(ClaimOf.tin(T2).line("2025-02-11", N3, FAMILY, "99214", "128.00"))
            .with(ClaimOf.tin(T2).line("2025-02-12", N3, FAMILY, "99214", "128.00"));
    List<RosterEntry> entries = tick(member, "2025-04-01");
    assertThat(entries)
        .extracting(entry -> Objects.requireNonNull(entry.accountable()).tin())
        .containsExactly(T1, T2, T2, T2);
    assertThat(entries)
        .extracting(RosterEntry::standing)
        .containsExactly(
            new Standing(1, day("2025-01-01"), 1, day("2025-02-11")),
            new Standing(1, day("2025-02-01"), 2, day("2025-02-11")),
            new Standing(1, day("2025-02-01"), 3, day("2025-02-11")),
            new Standing(1, day("2025-02-01"), 4, day("2025-02-11")));
    assertThat(tick(Member.enrolled("2025-01-01"), "2025-05-01").getFirst().standing()).isNull();
  }

  @Test
  void givenTickInsideAMonth_orTheSameTickTwice_thenNothingIsPublished() {
    Member member = Member.enrolled("2025-01-01").with(visit("2024-06-10"));
    assertThat(tick(member, "2025-01-01")).hasSize(1);
    assertThat(tick(member, "2025-01-20")).isEmpty();
    businessDate = day("2024-12-31");
    assertThat(tick(member, "2025-01-01")).isEmpty();
  }

  @Test
  void givenNoBusinessDateBefore_thenOnlyTheDayItselfIsPublished() {
    assertThat(RosterRules.months(null, day("2025-03-01"))).containsExactly(month("2025-03"));
    assertThat(RosterRules.months(null, day("2025-03-02"))).isEmpty();
    assertThat(RosterRules.months(day("2025-03-01"), day("2025-05-01")))
        .containsExactly(month("2025-04"), month("2025-05"));
  }

  @Test
  void workedExample_reversalAfterTheRosterShowsInTheNextWithItsCause() {
    ClaimOf november = ClaimOf.tin(T2).line("2025-11-05", N3, FAMILY, "99214", "128.00");
    Member member =
        Member.enrolled("2025-01-01")
            .with(ClaimOf.tin(T1).line("2025-03-10", N1, INTERNAL, "99214", "130.00"))
            .with(ClaimOf.tin(T1).line("2025-06-03", N2, NURSE, "99213", "95.00"))
            .with(ClaimOf.tin(T2).line("2025-09-20", N3, FAMILY, "99213", "90.00"))
            .with(november);
    businessDate = day("2025-12-31");
    RosterEntry january = tick(member, "2026-01-01").getFirst();
    assertThat(january.accountable()).isEqualTo(held(T2, N3));
    member
        .without(november)
        .with(
            ClaimOf.tin(T2)
                .status(Claim.Status.REVERSED)
                .received("2026-01-15")
                .line("2025-11-05", N3, FAMILY, "99214", "128.00"));
    RosterEntry february = tick(member, "2026-02-01").getFirst();
    assertThat(february.type()).isEqualTo(ChangeType.CHANGED);
    assertThat(february.reason()).isEqualTo(ChangeReason.CLAIM_REVERSED);
    assertThat(february.prior()).isEqualTo(held(T2, N3));
    assertThat(published)
        .extractingByKey(month("2026-01"))
        .extracting(Published::accountable)
        .isEqualTo(held(T2, N3));
  }

  @Test
  void givenCoverageEnds_thenDropped_givenItNeverHeld_thenCancelled() {
    Member left =
        new Member()
            .with(Care.covered(days("2025-01-01", "2025-02-28"), "2025-02-10"))
            .with(visit("2024-06-10"));
    tick(left, "2025-02-01");
    RosterEntry march = tick(left, "2025-03-01").getFirst();
    assertThat(march.type()).isEqualTo(ChangeType.DROPPED);
    assertThat(march.reason()).isEqualTo(ChangeReason.ENROLLMENT_ENDED);
    assertThat(march.accountable()).isNull();
    assertThat(tick(left, "2025-04-01")).isEmpty();

    published.clear();
    businessDate = day("2024-12-31");
    Member never = Member.enrolled("2025-01-01").with(visit("2024-06-10"));
    tick(never, "2025-02-01");
    never.without(Care.covered(open("2025-01-01"), "2025-01-01"));
    RosterEntry cancelled = tick(never, "2025-03-01").getFirst();
    assertThat(cancelled.type()).isEqualTo(ChangeType.CANCELLED);
    assertThat(cancelled.reason()).isEqualTo(ChangeReason.RETRO_TERMED);
  }

  @Test
  void givenPublishedRows_thenTheyReadBackAsTheyWere() {
    MemoryRows rows = new MemoryRows();
    Published row =
        new Published(month("2025-03"), held(T1, N1), ChangeType.NEW, day("2025-03-01"));
    Published dropped =
        new Published(month("2025-04"), null, ChangeType.DROPPED, day("2025-04-01"));
    rows.add(List.of(RosterRows.fact(ID, row), RosterRows.fact(ID, dropped)));
    assertThat(new ArrayList<>(RosterRows.of(rows, ID).values())).containsExactly(row, dropped);
    assertThat(RosterRows.contracts(rows)).containsExactly(ID);
  }

  private static Accountable held(io.corridor.common.id.Tin tin, io.corridor.common.id.Npi npi) {
    return new Accountable(tin, npi, AssignedBy.of(Method.PLURALITY_VISITS));
  }
}
