package io.corridor.portal.campaign;

import io.corridor.portal.shell.Format;

/**
 * Letters that are due in a contract.
 *
 * @param contract contract
 * @param count how many
 */
public record LettersDue(String contract, int count) {

  /** {@code 12 letters are due}. */
  public String text() {
    return Format.counted(count, "letter is", "letters are") + " due";
  }

  /** What recording them is called. */
  public String recordText() {
    return count == 1 ? "Record it as sent" : "Record all " + Format.count(count) + " as sent";
  }
}
