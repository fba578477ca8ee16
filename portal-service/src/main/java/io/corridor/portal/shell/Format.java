package io.corridor.portal.shell;

import io.corridor.common.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How numbers and dates read, in one place for pages, files and the API's texts. A negative has a
 * real minus before the sign; what is not known is a dash, never a zero.
 */
public final class Format {

  /** What stands for a figure that is not known. */
  public static final String UNKNOWN = "–";

  private static final char MINUS = '−';
  private static final long THOUSAND = 1_000;
  private static final long MILLION = 1_000_000;
  private static final long BILLION = 1_000_000_000;
  private static final DateTimeFormatter DAY = pattern("EEE d MMM yyyy");
  private static final DateTimeFormatter LONG_DAY = pattern("EEEE d MMMM yyyy");
  private static final DateTimeFormatter SHORT_DAY = pattern("d MMM");
  private static final DateTimeFormatter PLAIN_DAY = pattern("d MMM yyyy");
  private static final DateTimeFormatter WEEKDAY = pattern("EEE d MMM");
  private static final DateTimeFormatter MONTH = pattern("MMM yyyy");
  private static final DateTimeFormatter MONTH_NAME = pattern("MMM");
  private static final DateTimeFormatter TIME = pattern("HH:mm");

  private Format() {}

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.US);
  }

  /** {@code $2.69M}, {@code $412K}, {@code $640}: three significant figures at most. */
  public static String brief(@Nullable Money money) {
    return money == null ? UNKNOWN : sign(money.cents(), false) + "$" + magnitude(money);
  }

  /** {@link #brief} with a sign even when positive. */
  public static String briefSigned(@Nullable Money money) {
    return money == null ? UNKNOWN : sign(money.cents(), true) + "$" + magnitude(money);
  }

  private static String magnitude(Money money) {
    BigDecimal dollars = money.dollars().abs();
    if (dollars.compareTo(BigDecimal.valueOf(999_500_000)) >= 0) {
      return threeFigures(dollars, BILLION) + "B";
    }
    if (dollars.compareTo(BigDecimal.valueOf(999_500)) >= 0) {
      return threeFigures(dollars, MILLION) + "M";
    }
    if (dollars.compareTo(BigDecimal.valueOf(9_950)) >= 0) {
      return whole(dollars.divide(BigDecimal.valueOf(THOUSAND))) + "K";
    }
    return whole(dollars);
  }

  private static String threeFigures(BigDecimal dollars, long unit) {
    BigDecimal value = dollars.divide(BigDecimal.valueOf(unit));
    int digits =
        value.compareTo(new BigDecimal("9.995")) < 0
            ? 2
            : value.compareTo(new BigDecimal("99.95")) < 0 ? 1 : 0;
    return grouped(value, digits);
  }

  /** {@code $5.6 million}, {@code $412,000}, {@code $640}, without a sign: for sentences. */
  public static String spoken(Money money) {
    BigDecimal dollars = money.dollars().abs();
    if (dollars.compareTo(BigDecimal.valueOf(999_500)) >= 0) {
      BigDecimal millions = new BigDecimal(threeFigures(dollars, MILLION).replace(",", ""));
      return "$" + millions.stripTrailingZeros().toPlainString() + " million";
    }
    if (dollars.compareTo(BigDecimal.valueOf(THOUSAND)) >= 0) {
      return "$" + grouped(dollars.setScale(-3, RoundingMode.HALF_UP), 0);
    }
    return "$" + whole(dollars);
  }

  /** {@code $1,234.56}: to the cent. */
  public static String exact(@Nullable Money money) {
    return money == null
        ? UNKNOWN
        : sign(money.cents(), false) + "$" + grouped(money.dollars().abs(), 2);
  }

  /** {@code 1,235}: whole dollars, the unit stands in the head of the column. */
  public static String dollars(@Nullable Money money) {
    return money == null ? UNKNOWN : number(money.dollars(), 0);
  }

  /** {@code $474.44} of a rate in dollars, to the cent. */
  public static String rateInDollars(@Nullable BigDecimal rate) {
    return rate == null ? UNKNOWN : sign(rate.signum(), false) + "$" + grouped(rate.abs(), 2);
  }

  /** {@code −$12.00} or {@code +$12.00}. */
  public static String rateInDollarsSigned(@Nullable BigDecimal rate) {
    return rate == null ? UNKNOWN : sign(rate.signum(), true) + "$" + grouped(rate.abs(), 2);
  }

  /** {@code 93.4%} of a share. */
  public static String percent(@Nullable BigDecimal share) {
    return share == null ? UNKNOWN : number(share.movePointRight(2), 1) + "%";
  }

  /** {@code 3.04%}: savings rates have two digits. */
  public static String percentTwo(@Nullable BigDecimal share) {
    return share == null ? UNKNOWN : number(share.movePointRight(2), 2) + "%";
  }

  /** A share as a percent with as many digits as it needs, two at most. */
  public static String percentPlain(@Nullable BigDecimal share) {
    if (share == null) {
      return UNKNOWN;
    }
    BigDecimal percent = share.movePointRight(2).setScale(2, RoundingMode.HALF_UP);
    BigDecimal plain = percent.stripTrailingZeros();
    return number(percent, Math.max(0, plain.scale())) + "%";
  }

  /** {@code +3.4} or {@code −2.1}: a difference of shares in points. */
  public static String points(@Nullable BigDecimal difference) {
    return difference == null
        ? UNKNOWN
        : sign(difference.signum(), true) + grouped(difference.abs().movePointRight(2), 1);
  }

  /** {@code 31,240}. */
  public static String count(long count) {
    return sign(count, false) + grouped(BigDecimal.valueOf(count).abs(), 0);
  }

  /** {@code +412}. */
  public static String countSigned(long count) {
    return sign(count, true) + grouped(BigDecimal.valueOf(count).abs(), 0);
  }

  /** {@code 1 gap}, {@code 3 gaps}. */
  public static String counted(long count, String one, String many) {
    return count(count) + " " + (count == 1 ? one : many);
  }

  /** A number with a fixed number of digits. */
  public static String number(@Nullable BigDecimal value, int digits) {
    if (value == null) {
      return UNKNOWN;
    }
    BigDecimal rounded = value.setScale(digits, RoundingMode.HALF_UP);
    return sign(rounded.signum(), false) + grouped(rounded.abs(), digits);
  }

  /** {@code Tue 15 Sep 2026}. */
  public static String day(@Nullable LocalDate day) {
    return day == null ? UNKNOWN : DAY.format(day);
  }

  /** {@code Tuesday 15 September 2026}. */
  public static String longDay(@Nullable LocalDate day) {
    return day == null ? UNKNOWN : LONG_DAY.format(day);
  }

  /** {@code 15 Sep}. */
  public static String shortDay(@Nullable LocalDate day) {
    return day == null ? UNKNOWN : SHORT_DAY.format(day);
  }

  /** {@code 15 Sep 2026}. */
  public static String plainDay(@Nullable LocalDate day) {
    return day == null ? UNKNOWN : PLAIN_DAY.format(day);
  }

  /** {@code Tue 15 Sep}. */
  public static String weekday(@Nullable LocalDate day) {
    return day == null ? UNKNOWN : WEEKDAY.format(day);
  }

  /** {@code Sep 2026}. */
  public static String month(@Nullable YearMonth month) {
    return month == null ? UNKNOWN : MONTH.format(month);
  }

  /** {@code Sep}. */
  public static String monthName(YearMonth month) {
    return MONTH_NAME.format(month);
  }

  /** {@code 22:40} in a zone. */
  public static String time(Instant instant, ZoneId zone) {
    return TIME.format(instant.atZone(zone));
  }

  /** {@code today, 06:12} or {@code Fri 11 Sep, 22:40}; with the year when it is another one. */
  public static String moment(@Nullable Instant instant, ZoneId zone, LocalDate today) {
    if (instant == null) {
      return UNKNOWN;
    }
    LocalDate day = instant.atZone(zone).toLocalDate();
    String name =
        day.equals(today)
            ? "today"
            : day.getYear() == today.getYear() ? weekday(day) : plainDay(day);
    return name + ", " + time(instant, zone);
  }

  /** {@code 1,976,160.00000}: an exact decimal as it was sent, only its thousands parted. */
  public static String grouped(String exact) {
    if (!exact.matches("-?[0-9]+(\\.[0-9]+)?")) {
      return exact;
    }
    int point = exact.indexOf('.');
    String whole = point < 0 ? exact : exact.substring(0, point);
    String fraction = point < 0 ? "" : exact.substring(point);
    String sign = whole.startsWith("-") ? String.valueOf(MINUS) : "";
    BigDecimal digits = new BigDecimal(whole).abs();
    return sign + grouped(digits, 0) + fraction;
  }

  private static String sign(long sign, boolean plus) {
    return sign < 0 ? String.valueOf(MINUS) : plus && sign > 0 ? "+" : "";
  }

  private static String whole(BigDecimal value) {
    return grouped(value, 0);
  }

  private static String grouped(BigDecimal value, int digits) {
    DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.US));
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(value);
  }
}
