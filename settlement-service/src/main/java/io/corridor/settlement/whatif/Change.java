package io.corridor.settlement.whatif;

import io.corridor.settlement.share.Check;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One change that a question asks about, as text: {@code cost=-0.05}, {@code lossShare@2=0.3}.
 *
 * @param name what is changed; docs/settle.md lists the names
 * @param year year of the question from which it holds; the first is 1
 * @param value new value, or the difference where the name says so
 */
public record Change(String name, int year, String value) {

  /** Most years that a question may look at. */
  public static final int MOST_YEARS = 10;

  private static final Pattern NAME = Pattern.compile("([A-Za-z][A-Za-z0-9.-]*)(?:@([0-9]{1,2}))?");

  /** Rejects a year before the first or beyond the last that is looked at. */
  public Change {
    Check.that(
        year >= 1 && year <= MOST_YEARS, "a change begins in one of the years 1 to " + MOST_YEARS);
  }

  /**
   * Reads a change.
   *
   * @param name name, with {@code @} and a year where it does not begin in the first
   * @throws IllegalArgumentException if the name has another form
   */
  public static Change of(String name, String value) {
    Matcher parts = NAME.matcher(name);
    Check.that(parts.matches(), name + " is no name of a change");
    String year = parts.group(2);
    return new Change(
        String.valueOf(parts.group(1)), year == null ? 1 : Integer.parseInt(year), value.strip());
  }

  /** The name with its year, as it was asked. */
  public String asked() {
    return year == 1 ? name : name + "@" + year;
  }
}
