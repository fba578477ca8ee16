package io.corridor.portal.roster;

import io.corridor.common.money.Money;
import io.corridor.portal.shell.Format;
import org.jspecify.annotations.Nullable;

/**
 * A member of a list.
 *
 * @param ref opaque id of the member
 * @param name display name
 * @param person age, sex and birth date
 * @param number payer's number
 * @param contract contract
 * @param method method that decided
 * @param change change against the list before
 * @param cause cause of the change
 * @param other the other practice of the change, by name
 * @param counted counted cost of the year to date; null when there is none
 */
public record RosterMember(
    String ref,
    String name,
    String person,
    String number,
    String contract,
    String method,
    RosterChange change,
    String cause,
    String other,
    @Nullable Money counted) {

  /** Method in words. */
  public String methodText() {
    return switch (method) {
      case "PCP_SELECTION" -> "Selection on file";
      case "PLURALITY_VISITS" -> "Most visits";
      default -> method.isEmpty() ? Format.UNKNOWN : method;
    };
  }

  /** Cost in whole dollars. */
  public String countedText() {
    return Format.dollars(counted);
  }

  /** Masked. */
  @Override
  public String toString() {
    return "RosterMember[" + ref + "]";
  }
}
