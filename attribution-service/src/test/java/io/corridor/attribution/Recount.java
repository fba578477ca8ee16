package io.corridor.attribution;

import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimLine;
import io.corridor.schemas.ClaimStatus;
import io.corridor.schemas.Explanation;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** Who wins a month, counted again with loops from the claims that hold, by each method's words. */
final class Recount {

  private static final Set<String> OURS = Set.of(Records.T1, Records.T2);
  private static final String NOBODY = "nobody";

  /** A line that counts as primary care. */
  private record Line(LocalDate day, String tin, String specialty, String code, long cents) {

    boolean primary() {
      return !specialty.equals("06");
    }

    boolean physician() {
      return !specialty.equals("50");
    }

    boolean ours() {
      return OURS.contains(tin);
    }
  }

  /** What one candidate has. */
  private static final class Tally {
    private final TreeSet<LocalDate> days = new TreeSet<>();
    private long cents;
    private long thirds;
  }

  private Recount() {}

  /** Choices of the member are not recounted. */
  static boolean knows(Explanation why) {
    return !Set.of("SELECTION", "VOLUNTARY").contains(why.getBasis());
  }

  static String winner(Collection<Claim> claims, Explanation why) {
    List<Line> all = lines(claims);
    List<Line> window = within(all, why.getWindowFrom(), why.getWindowUntil());
    return switch (why.getMethod()) {
      case "PLURALITY_VISITS", "HYBRID" ->
          ours(first(only(window, Line::primary), Line::tin, "VRA"));
      case "MOST_RECENT_VISIT" -> ours(first(only(window, Line::primary), Line::tin, "RVA"));
      case "WELLNESS" ->
          ours(
              first(
                  only(window, line -> line.primary() && line.code().equals("G0439")),
                  Line::tin,
                  "RVA"));
      case "SPECIALIST_FALLBACK" ->
          only(window, Line::primary).isEmpty()
              ? ours(first(window, Line::tin, "VRA"))
              : "primary care was there";
      case "REACH_WEIGHTED" -> reach(window, why);
      case "MSSP" -> mssp(all, why);
      default -> throw new IllegalStateException(why.getMethod());
    };
  }

  private static List<Line> lines(Collection<Claim> claims) {
    List<Line> lines = new ArrayList<>();
    for (Claim claim : claims) {
      ClaimLine line = claim.getLines().getFirst();
      if (claim.getStatus() == ClaimStatus.PAID && !line.getHcpcs().equals("80053")) {
        lines.add(
            new Line(
                claim.getFrom(),
                claim.getBillingTin(),
                line.getSpecialty(),
                line.getHcpcs(),
                line.getAllowed().movePointRight(2).longValueExact()));
      }
    }
    return lines;
  }

  private static List<Line> within(List<Line> lines, LocalDate from, LocalDate until) {
    return only(lines, line -> !line.day().isBefore(from) && line.day().isBefore(until));
  }

  private static List<Line> only(List<Line> lines, Predicate<Line> asked) {
    return lines.stream().filter(asked).toList();
  }

  private static String ours(String tin) {
    return OURS.contains(tin) ? tin : NOBODY;
  }

  /** The first by an order of V visits, R recency, A allowed, W weighted; then the smaller id. */
  private static String first(List<Line> lines, Function<Line, String> id, String order) {
    return first(lines, id, order, LocalDate.MAX);
  }

  private static String first(
      List<Line> lines, Function<Line, String> id, String order, LocalDate newerFrom) {
    TreeMap<String, Tally> tallies = new TreeMap<>();
    for (Line line : lines) {
      Tally tally = tallies.computeIfAbsent(id.apply(line), any -> new Tally());
      tally.days.add(line.day());
      tally.cents += line.cents();
      tally.thirds += line.cents() * (line.day().isBefore(newerFrom) ? 1 : 2);
    }
    String best = NOBODY;
    for (String candidate : tallies.keySet()) {
      if (best.equals(NOBODY) || beats(tallies.get(candidate), tallies.get(best), order)) {
        best = candidate;
      }
    }
    return best;
  }

  private static boolean beats(Tally one, Tally other, String order) {
    for (char criterion : order.toCharArray()) {
      int compared =
          switch (criterion) {
            case 'V' -> Integer.compare(one.days.size(), other.days.size());
            case 'R' -> one.days.last().compareTo(other.days.last());
            case 'A' -> Long.compare(one.cents, other.cents);
            case 'W' -> Long.compare(one.thirds, other.thirds);
            default -> throw new IllegalStateException();
          };
      if (compared != 0) {
        return compared > 0;
      }
    }
    return false;
  }

  private static String reach(List<Line> window, Explanation why) {
    LocalDate newer = why.getWindowFrom().plusYears(1);
    long primary = thirds(only(window, Line::primary), newer);
    boolean byPrimary =
        !only(window, Line::primary).isEmpty() && primary * 10 >= thirds(window, newer);
    return ours(first(only(window, line -> line.primary() == byPrimary), Line::tin, "WR", newer));
  }

  private static long thirds(List<Line> lines, LocalDate newer) {
    return lines.stream().mapToLong(l -> l.cents() * (l.day().isBefore(newer) ? 1 : 2)).sum();
  }

  private static String mssp(List<Line> all, Explanation why) {
    YearMonth month = YearMonth.parse(why.getMonth());
    LocalDate until = month.plusMonths(1).atDay(1);
    List<Line> year = within(all, month.minusMonths(11).atDay(1), until);
    List<Line> years = within(all, month.minusMonths(23).atDay(1), until);
    List<Line> compared;
    if (year.stream().anyMatch(line -> line.ours() && line.physician())) {
      List<Line> primary = only(year, Line::primary);
      compared = primary.isEmpty() ? year : primary;
    } else if (year.stream().anyMatch(line -> line.ours() && !line.physician())
        && years.stream().anyMatch(line -> line.ours() && line.physician())) {
      compared = years;
    } else {
      return NOBODY;
    }
    String entity = first(compared, line -> line.ours() ? "A1" : line.tin(), "AR");
    return entity.equals("A1") ? first(only(compared, Line::ours), Line::tin, "AR") : NOBODY;
  }
}
