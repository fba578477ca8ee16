package io.corridor.portal.dispute;

import io.corridor.portal.shell.Format;
import io.corridor.portal.shell.Role;
import io.corridor.portal.shell.Viewer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A dispute in the list.
 *
 * @param id dispute
 * @param name display name of the member
 * @param person age, sex and birth date
 * @param type what is disputed
 * @param from first disputed month
 * @param practice practice named, by name; empty when none is
 * @param status where it stands
 * @param clock how it stands against its clock
 * @param submittedBy who submitted it
 * @param reviewDue business day by which the review begins
 * @param decisionDue business day by which it is decided
 * @param refused code of the last step, if it had no effect
 */
public record DisputeRow(
    String id,
    String name,
    String person,
    String type,
    @Nullable YearMonth from,
    String practice,
    String status,
    String clock,
    String submittedBy,
    @Nullable LocalDate reviewDue,
    @Nullable LocalDate decisionDue,
    String refused) {

  /** A word of the topic as people read it. */
  private static String words(String code) {
    String lower = code.toLowerCase(Locale.ROOT).replace('_', ' ');
    return lower.isEmpty() ? "" : Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
  }

  /** What is disputed. */
  public String typeText() {
    return words(type);
  }

  /** From when. */
  public String fromText() {
    return Format.month(from);
  }

  /** Where it stands. */
  public String statusText() {
    return clock.equals("LATE") ? words(status) + ", late" : words(status);
  }

  /** The day that counts next. */
  public String dueText() {
    return switch (status) {
      case "SUBMITTED" -> "Review by " + Format.day(reviewDue);
      case "UNDER_REVIEW" -> "Decision by " + Format.day(decisionDue);
      default -> "";
    };
  }

  /** Why the last step had no effect. */
  public String refusedText() {
    return refused.isEmpty() ? "" : "Last step refused: " + refused;
  }

  /** The steps that a viewer can take now; the topic's rules decide again. */
  public List<String> steps(Viewer viewer) {
    boolean own = viewer.user().equals(submittedBy);
    boolean decides = viewer.role() == Role.ANALYST && !own;
    return switch (status) {
      case "SUBMITTED" -> own ? List.of("WITHDRAW") : decides ? List.of("REVIEW") : List.of();
      case "UNDER_REVIEW" ->
          own ? List.of("WITHDRAW") : decides ? List.of("UPHOLD", "REJECT") : List.of();
      case "UPHELD", "PARTIAL" -> decides ? List.of("RESCIND") : List.of();
      default -> List.of();
    };
  }

  /** A step as people read it. */
  public String stepText(String step) {
    return words(step);
  }

  /** Masked. */
  @Override
  public String toString() {
    return "DisputeRow[" + id + "]";
  }
}
