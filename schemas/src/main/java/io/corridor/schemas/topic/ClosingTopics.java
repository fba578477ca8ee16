package io.corridor.schemas.topic;

import static io.corridor.schemas.topic.TopicKind.CURRENT;
import static io.corridor.schemas.topic.TopicKind.FROZEN;
import static io.corridor.schemas.topic.TopicKind.HISTORY;

import io.corridor.schemas.EntryValue;
import io.corridor.schemas.FinalAssignmentValue;
import io.corridor.schemas.FinalBudgetValue;
import io.corridor.schemas.FinalRosterValue;
import io.corridor.schemas.FinalScoreValue;
import io.corridor.schemas.MovedMonthValue;
import io.corridor.schemas.PeriodValue;
import io.corridor.schemas.SettlementCommandValue;
import io.corridor.schemas.StatementValue;
import java.util.List;

/** Topics by which a period is closed, from the command to the ledger; part of {@link Topics}. */
public final class ClosingTopics {

  private static final String SETTLEMENT = "settlement";
  private static final String PORTAL = "portal";

  /** What people ask of settlements. */
  public static final Topic<SettlementCommandValue> SETTLEMENT_COMMAND =
      new TopicDeclaration<>("portal.settlement-command.v1", SettlementCommandValue.class, HISTORY)
          .key("contract|command")
          .doc("What a person asks of a settlement: close, restate, approve, abandon, what-if.")
          .readers(SETTLEMENT)
          .privacy(Privacy.NONE)
          .build();

  /** State of settled periods. */
  public static final Topic<PeriodValue> PERIOD =
      new TopicDeclaration<>("settlement.period.v1", PeriodValue.class, CURRENT)
          .key("contract|period")
          .doc(
              "State of a settled period: open, closing at a date, closed; what became of commands.")
          .readers("attribution", "benchmark", "quality", SETTLEMENT, PORTAL)
          .broadcast()
          .privacy(Privacy.NONE)
          .build();

  /** Assignments as a closing froze them. */
  public static final Topic<FinalAssignmentValue> FINAL_ASSIGNMENT =
      new TopicDeclaration<>("attribution.final-assignment.v1", FinalAssignmentValue.class, FROZEN)
          .key("member|contract|period|closing")
          .doc("Who is accountable for a member in a settled period, as a closing froze it.")
          .readers("attribution", PORTAL)
          .build();

  /** Word that all assignments of a period are frozen. */
  public static final Topic<FinalRosterValue> FINAL_ROSTER =
      new TopicDeclaration<>("attribution.final-roster.v1", FinalRosterValue.class, FROZEN)
          .key("contract|period|closing")
          .doc("All assignments of a period are frozen for a closing: members and months.")
          .readers(SETTLEMENT, PORTAL)
          .privacy(Privacy.NONE)
          .build();

  /** Restated months of closed periods, addressed to their contracts. */
  public static final Topic<MovedMonthValue> MOVED_MONTH =
      new TopicDeclaration<>("attribution.moved-month.v1", MovedMonthValue.class, HISTORY)
          .key("contract|period|month|member")
          .doc(
              "A member month of a closed period that is read otherwise now, addressed to its"
                  + " contract: whose fees to take back.")
          .readers(SETTLEMENT)
          .build();

  /** Cost against budget as a closing froze it. */
  public static final Topic<FinalBudgetValue> FINAL_BUDGET =
      new TopicDeclaration<>("benchmark.final-budget.v1", FinalBudgetValue.class, FROZEN)
          .key("contract|period|closing|level|id")
          .doc("Cost against budget of a period as it was frozen for a closing.")
          .readers(SETTLEMENT, PORTAL)
          .privacy(Privacy.NONE)
          .build();

  /** Quality scores as a closing froze them. */
  public static final Topic<FinalScoreValue> FINAL_SCORE =
      new TopicDeclaration<>("quality.final-score.v1", FinalScoreValue.class, FROZEN)
          .key("contract|period|closing|level|id")
          .doc("Quality score of a period as it was frozen for a closing.")
          .readers(SETTLEMENT, PORTAL)
          .privacy(Privacy.NONE)
          .build();

  /** Published statements. */
  public static final Topic<StatementValue> STATEMENT =
      new TopicDeclaration<>("settlement.statement.v1", StatementValue.class, FROZEN)
          .key("contract|period|statement")
          .doc("Published statements: frozen inputs, steps, limits, result and what they post.")
          .readers(SETTLEMENT, PORTAL)
          .privacy(Privacy.NONE)
          .build();

  /** Ledger entries: published once, so that a rebuilt service posts nothing twice. */
  public static final Topic<EntryValue> ENTRY =
      new TopicDeclaration<>("settlement.entry.v1", EntryValue.class, FROZEN)
          .key("contract|entry")
          .doc("Double ledger entries, append-only; a correction is a reversal and a new entry.")
          .readers(PORTAL)
          .privacy(Privacy.NONE)
          .build();

  private ClosingTopics() {}

  static List<Topic<?>> all() {
    return List.of(
        SETTLEMENT_COMMAND,
        PERIOD,
        FINAL_ASSIGNMENT,
        FINAL_ROSTER,
        MOVED_MONTH,
        FINAL_BUDGET,
        FINAL_SCORE,
        STATEMENT,
        ENTRY);
  }
}
