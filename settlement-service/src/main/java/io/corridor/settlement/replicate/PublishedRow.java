package io.corridor.settlement.replicate;

import io.corridor.settlement.mssp.Track;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one row by the names of their facts. */
final class PublishedRow {

  private static final Pattern MONTH_DAY_YEAR =
      Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{2}|\\d{4})( .*)?");
  private static final int CENTURY = 2000;
  private static final Map<String, Track> SHORT =
      Map.of(
          "A", Track.BASIC_A,
          "B", Track.BASIC_B,
          "C", Track.BASIC_C,
          "D", Track.BASIC_D,
          "E", Track.BASIC_E,
          "EN", Track.ENHANCED);

  private final PublishedLayout layout;
  private final Map<String, List<String>> labels;
  private final Map<String, Integer> places;
  private final List<String> cells;
  private final String place;

  PublishedRow(
      PublishedLayout layout,
      Map<String, List<String>> labels,
      Map<String, Integer> places,
      List<String> cells,
      String place) {
    this.layout = layout;
    this.labels = labels;
    this.places = places;
    this.cells = cells;
    this.place = place;
  }

  PublishedResult result() {
    BigDecimal owed = number("owed");
    return new PublishedResult(
        place,
        cell("aco"),
        layout.year(),
        track(),
        date("agreementStart"),
        needed("beneficiaries").longValueExact(),
        number("personYears"),
        number("benchmarkPerCapita"),
        needed("benchmark"),
        needed("expenditure"),
        needed("savings"),
        savingsRate(),
        layout.minimum().printed(needed("minimumRate")),
        number("generated"),
        needed("earned").subtract(owed == null ? BigDecimal.ZERO : owed.abs()),
        number("disaster"),
        flag("standardMet"),
        flag("alternativeMet"),
        score(),
        layout.share().printed(needed("shareRate")),
        printed(layout.share(), "lossRate"),
        flag("revenueLimited"),
        cell("revenueCategory").isEmpty() ? null : cell("revenueCategory").startsWith("Low"),
        number("advancePaid"),
        number("recouped"),
        Boolean.TRUE.equals(flag("guardrail")));
  }

  /** A ratio below one in ten thousand may have gone through a spreadsheet's three digits. */
  private @Nullable Printed savingsRate() {
    BigDecimal number = number("savingsRate");
    if (number == null) {
      return null;
    }
    Printed printed = layout.rate().printed(number);
    BigDecimal ownHalfUnit = BigDecimal.valueOf(5, number.stripTrailingZeros().scale() + 1);
    boolean scientific =
        !layout.rate().percent()
            && number.abs().compareTo(new BigDecimal("0.0001")) < 0
            && ownHalfUnit.compareTo(printed.halfUnit()) > 0;
    return scientific ? new Printed(printed.value(), ownHalfUnit) : printed;
  }

  /** A score of two decimals of a percent that went through binary arithmetic is set right. */
  private @Nullable Printed score() {
    Printed printed = printed(layout.score(), "score");
    return printed == null
        ? null
        : new Printed(
            printed.value().setScale(layout.score().decimals(), java.math.RoundingMode.HALF_UP),
            printed.halfUnit());
  }

  private @Nullable Printed printed(PublishedLayout.Scale scale, String fact) {
    BigDecimal number = number(fact);
    return number == null ? null : scale.printed(number);
  }

  private Track track() {
    Track named = SHORT.get(cell("track").toUpperCase(Locale.ROOT));
    if (named != null) {
      return named;
    }
    for (Track track : Track.values()) {
      if (cell(track.name()).equals("1")) {
        return track;
      }
    }
    if (labels.getOrDefault(Track.TRACK_1.name(), List.of()).stream().noneMatch(this::has)) {
      return Track.TRACK_1;
    }
    throw problem("track");
  }

  private boolean has(String label) {
    return places.containsKey(label);
  }

  private LocalDate date(String fact) {
    Matcher parts = MONTH_DAY_YEAR.matcher(cell(fact));
    if (!parts.matches()) {
      throw problem(fact);
    }
    int year = Integer.parseInt(parts.group(3));
    return LocalDate.of(
        year < CENTURY ? year + CENTURY : year,
        Integer.parseInt(parts.group(1)),
        Integer.parseInt(parts.group(2)));
  }

  private BigDecimal needed(String fact) {
    BigDecimal number = number(fact);
    if (number == null) {
      throw problem(fact);
    }
    return number;
  }

  /** A number without its signs of currency, thousands and percent; null where none is printed. */
  private @Nullable BigDecimal number(String fact) {
    String digits = cell(fact).replace("$", "").replace(",", "").replace("%", "");
    if (digits.chars().noneMatch(Character::isDigit) || digits.startsWith("P")) {
      return null;
    }
    try {
      return new BigDecimal(digits);
    } catch (NumberFormatException notANumber) {
      throw problem(fact);
    }
  }

  private @Nullable Boolean flag(String fact) {
    return switch (cell(fact)) {
      case "1" -> true;
      case "0" -> false;
      default -> null;
    };
  }

  private String cell(String fact) {
    for (String label : labels.getOrDefault(fact, List.of())) {
      Integer at = places.get(label);
      if (at != null && at < cells.size()) {
        return cells.get(at).strip();
      }
    }
    return "";
  }

  private IllegalArgumentException problem(String fact) {
    return new IllegalArgumentException(place + ": " + fact + " cannot be read: " + cell(fact));
  }
}
