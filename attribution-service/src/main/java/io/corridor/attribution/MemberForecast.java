package io.corridor.attribution;

import io.corridor.attribution.assignment.Accountable;
import io.corridor.attribution.assignment.AssignmentForecast;
import io.corridor.attribution.assignment.AssignmentForecast.Outlook;
import io.corridor.attribution.assignment.AssignmentForecast.SmallestVisit;
import io.corridor.attribution.assignment.AssignmentForecast.Turn;
import io.corridor.attribution.assignment.MemberHistory;
import io.corridor.attribution.assignment.Network;
import io.corridor.attribution.assignment.Programs;
import io.corridor.attribution.assignment.Scope;
import io.corridor.common.id.ContractId;
import io.corridor.common.streams.Answer;
import io.corridor.schemas.Forecast;
import io.corridor.schemas.topic.AttributionTopics;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The forecast of one member and contract. It reads the month, not the day, of the business date,
 * so that it holds until the month ends or a record comes, and is never derived for anybody else.
 */
final class MemberForecast {

  private MemberForecast() {}

  /** False when nothing that the forecast reads is another than it was. */
  static boolean canMove(Scope scope, Programs programs, ContractId contract, LocalDate today) {
    YearMonth present = YearMonth.from(today);
    return AssignmentForecast.canMove(
        scope, programs, contract, present, horizon(programs, contract, present));
  }

  /** The longest window and a month more: then every visit of today has left. */
  private static int horizon(Programs programs, ContractId contract, YearMonth present) {
    return programs.longestReach(contract, present) + 1;
  }

  static Answer of(
      String member,
      String payer,
      MemberHistory history,
      Network network,
      Programs programs,
      ContractId contract,
      LocalDate today) {
    YearMonth present = YearMonth.from(today);
    String key = member + "|" + contract;
    LocalDate nextFirst = present.plusMonths(1).atDay(1);
    return AssignmentForecast.of(
            history,
            network,
            programs,
            contract,
            present,
            horizon(programs, contract, present),
            nextFirst)
        .map(AssignmentForecast::outlook)
        .filter(MemberForecast::saysSomething)
        .map(outlook ->
            Answer.of(
                AttributionTopics.FORECAST,
                key,
                body(member, contract, outlook, history.declinesSharing(payer, present.atDay(1))),
                payer,
                present.atDay(1),
                List.of()))
        .orElseGet(() -> Answer.none(AttributionTopics.FORECAST, key, payer, present.atDay(1)));
  }

  /** A member whom nobody has, will have or can win has no forecast. */
  private static boolean saysSomething(Outlook outlook) {
    return outlook.now() != null || outlook.turn().isPresent() || outlook.wins().isPresent();
  }

  /** Visits and dollars of a member who declined that claims are shared are not shown. */
  private static Forecast body(
      String member, ContractId contract, Outlook outlook, boolean withheld) {
    Accountable now = outlook.now();
    Turn turn = outlook.turn().orElse(null);
    Accountable then = turn == null ? null : turn.then();
    return Forecast.newBuilder()
        .setMember(member)
        .setContract(contract.value())
        .setMonth(outlook.month().toString())
        .setTin(now == null ? null : now.tin().value())
        .setNpi(now == null ? null : AssignmentMapper.text(now.npi()))
        .setChangesOn(turn == null ? null : turn.on())
        .setThenTin(then == null ? null : then.tin().value())
        .setThenNpi(then == null ? null : AssignmentMapper.text(then.npi()))
        .setReason(turn == null ? null : AssignmentMapper.name(turn.reason()))
        .setKeeps(turn == null || withheld ? null : visit(turn.keeps().orElse(null)))
        .setWins(withheld ? null : visit(outlook.wins().orElse(null)))
        .build();
  }

  private static io.corridor.schemas.@Nullable SmallestVisit visit(@Nullable SmallestVisit least) {
    return least == null
        ? null
        : new io.corridor.schemas.SmallestVisit(
            least.tin().value(), least.days(), least.allowed().dollars());
  }
}
