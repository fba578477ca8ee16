package io.corridor.attribution.assignment;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Keys of the rows of a member: a word, then parts joined by {@code |}, days first so that rows
 * sort by time.
 *
 * <pre>
 * visit|2025-02-10|tin|npi|P, N, S or U|class count lines, sum 0 allowed cents
 * excluded|2025-02|reason                    count lines
 * stay|2025-02|S or I|first day|last day     one for each month the stay touches
 * revoked|2025-02-10|tin|npi|P, N, S or U|received on
 *                                            lines of a reversed claim that would have counted
 * cover|from|until|payer|line of business|flags|received on
 * select|from|until|payer|rank|npi|received on
 * person|payer|day of death|received on
 * choice|from|until|payer|what was chosen|received on
 * home|from|until|payer|line of business|zip|county
 * adjust|from|until|contract|tin|npi|id      an approved adjustment; no tin takes the member off
 * align|from|until|contract|tin|npi          an alignment of the campaign
 * </pre>
 *
 * The last two are never kept: they follow from disputes and campaigns ({@link DecidedRows}).
 */
final class RowKeys {

  static final String VISIT = "visit";
  static final String EXCLUDED = "excluded";
  static final String STAY = "stay";
  static final String REVOKED = "revoked";
  static final String COVER = "cover";
  static final String SELECT = "select";
  static final String PERSON = "person";
  static final String CHOICE = "choice";
  static final String HOME = "home";
  static final String ADJUST = "adjust";
  static final String ALIGN = "align";

  /** An action in a dispute; its rows are read where disputes are. */
  static final String DISPUTE = "dispute";

  /** An action in the campaign; its rows are read where campaigns are. */
  static final String CAMPAIGN = "campaign";

  /** Stands for "still open" in a key; sorts after every day. */
  static final String OPEN = "9999-12-31";

  private RowKeys() {}

  static String of(Object... parts) {
    StringBuilder key = new StringBuilder(64);
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        key.append('|');
      }
      key.append(parts[i]);
    }
    return key.toString();
  }

  /** First key of a kind at or after a day or month. */
  static String at(String kind, Object time) {
    return kind + "|" + time;
  }

  static String[] parts(String key, int count) {
    String[] parts = new String[count];
    int from = 0;
    for (int i = 0; i < count; i++) {
      int until = i == count - 1 ? key.length() : key.indexOf('|', from);
      if (until < 0) {
        throw new IllegalStateException("a row key of kind " + parts[0] + " has too few parts");
      }
      parts[i] = key.substring(from, until);
      from = until + 1;
    }
    return parts;
  }

  static LocalDate day(String text) {
    return LocalDate.of(
        Integer.parseInt(text, 0, 4, 10),
        Integer.parseInt(text, 5, 7, 10),
        Integer.parseInt(text, 8, 10, 10));
  }

  static @Nullable LocalDate until(String text) {
    return text.equals(OPEN) ? null : day(text);
  }

  static String until(@Nullable LocalDate day) {
    return day == null ? OPEN : day.toString();
  }

  /** The month that a key of kind visit, excluded, stay or revoked speaks of. */
  static YearMonth month(String key) {
    int from = key.indexOf('|') + 1;
    return YearMonth.of(
        Integer.parseInt(key, from, from + 4, 10), Integer.parseInt(key, from + 5, from + 7, 10));
  }
}
