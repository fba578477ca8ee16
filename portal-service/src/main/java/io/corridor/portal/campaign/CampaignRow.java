package io.corridor.portal.campaign;

import io.corridor.portal.shell.Format;
import io.corridor.portal.shell.Role;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A member in the campaign of a contract.
 *
 * @param ref opaque reference of the member
 * @param contract contract
 * @param name display name
 * @param person age, sex and birth date
 * @param status where it stands
 * @param letterSent day of the letter
 * @param due last day to answer or decline, whichever counts now
 * @param practice practice assigned, by name; empty when none is
 * @param measure how its distance is known; empty when none is assigned
 * @param miles distance; null when it is not known
 * @param refused code of the last step, if it had no effect
 */
public record CampaignRow(
    String ref,
    String contract,
    String name,
    String person,
    String status,
    @Nullable LocalDate letterSent,
    @Nullable LocalDate due,
    String practice,
    String measure,
    @Nullable BigDecimal miles,
    String refused) {

  private static String words(String code) {
    String lower = code.toLowerCase(Locale.ROOT).replace('_', ' ');
    return lower.isEmpty() ? "" : Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
  }

  /** Where it stands. */
  public String statusText() {
    return switch (status) {
      case "PROXIMITY_ASSIGNED" -> "Practice assigned";
      case "PROVIDER_DECLINED" -> "Practice declined";
      default -> words(status);
    };
  }

  /** The day that counts next. */
  public String dueText() {
    return switch (status) {
      case "LETTER_SENT" -> "Answer by " + Format.day(due);
      case "PROXIMITY_ASSIGNED" -> "Decline by " + Format.day(due);
      default -> "";
    };
  }

  /** Day of the letter. */
  public String letterText() {
    return letterSent == null ? "–" : Format.day(letterSent);
  }

  /** How far the practice is. */
  public String distanceText() {
    BigDecimal known = miles;
    return switch (measure) {
      case "SAME_ZIP" -> "same zip code";
      case "SAME_COUNTY" -> "same county, distance not known";
      case "MILES" ->
          known == null ? "" : known.setScale(1, RoundingMode.HALF_UP).toPlainString() + " miles";
      default -> "";
    };
  }

  /** Why the last step had no effect. */
  public String refusedText() {
    return refused.isEmpty() ? "" : "Last step refused: " + refused;
  }

  /** The steps that a role can record now; the topic's rules decide again. */
  public List<String> steps(Role role) {
    boolean records = role == Role.ANALYST;
    return switch (status) {
      case "LETTER_DUE" -> records ? List.of("LETTER_SENT") : List.of();
      case "LETTER_SENT" -> records ? List.of("ANSWERED") : List.of();
      case "PROXIMITY_ASSIGNED" ->
          records ? List.of("MEMBER_DECLINED", "PROVIDER_DECLINED") : List.of("PROVIDER_DECLINED");
      default -> List.of();
    };
  }

  /** A step as people read it. */
  public static String stepText(String step) {
    return step.equals("PROVIDER_DECLINED") ? "Practice declined" : words(step);
  }

  /** Masked. */
  @Override
  public String toString() {
    return "CampaignRow[" + contract + "]";
  }
}
