package io.corridor.benchmark.target;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What the region's unattributed members would cost if they were as old, as often female and as
 * risky as the practice's members: direct standardization over cells of age band, sex and risk
 * quintile (domain.md 2.9.2). Both sides count the same services at the same controlled drug
 * prices.
 *
 * <p>A cell in which the comparison group is too small is merged with its neighbour. Cells of a sex
 * stand in a row that winds through the bands, risk ascending in one and descending in the next, so
 * that neighbours differ by one step of one coordinate; too small a rest joins the cell before it.
 * A sex that is too small altogether joins the other.
 */
public final class ComparisonGroup {

  private ComparisonGroup() {}

  /** Sex as enrollment records it, for cells. */
  public enum Sex {
    /** Female. */
    FEMALE,
    /** Male or not recorded. */
    OTHER
  }

  /**
   * A cell.
   *
   * @param sex sex
   * @param ageBand number of the age band, ascending
   * @param riskQuintile 1 to 5, ascending
   */
  public record Cell(Sex sex, int ageBand, int riskQuintile) implements Comparable<Cell> {

    private static final Comparator<Cell> WINDING =
        Comparator.comparing(Cell::sex)
            .thenComparing(Cell::ageBand)
            .thenComparing(cell -> cell.ageBand % 2 == 0 ? cell.riskQuintile : -cell.riskQuintile);

    @Override
    public int compareTo(Cell other) {
      return WINDING.compare(this, other);
    }
  }

  /**
   * Members of the comparison group in a cell.
   *
   * @param memberMonths their member months
   * @param cost their cost, counted and truncated as the practice's
   */
  public record Volume(Rate memberMonths, Money cost) {

    /** Nobody. */
    public static final Volume NONE = new Volume(Rate.ZERO, Money.ZERO);

    /** Both together. */
    public Volume plus(Volume other) {
      return new Volume(memberMonths.plus(other.memberMonths), cost.plus(other.cost));
    }
  }

  /**
   * Cells that are measured together.
   *
   * @param cells the cells, in their order
   * @param group the comparison group in them
   * @param own the practice's member months in them
   */
  public record Stratum(List<Cell> cells, Volume group, Rate own) {

    /** Keeps its own copy of the cells. */
    public Stratum {
      cells = List.copyOf(cells);
    }

    private Stratum plus(Stratum other) {
      List<Cell> all = new ArrayList<>(cells);
      all.addAll(other.cells);
      return new Stratum(all, group.plus(other.group), own.plus(other.own));
    }

    /** The first of the cells. */
    private String name() {
      Cell first = cells.getFirst();
      return String.join(
          ".",
          "comparison",
          first.sex().name(),
          Integer.toString(first.ageBand()),
          Integer.toString(first.riskQuintile()));
    }

    private boolean reaches(Rate minimum) {
      return group.memberMonths().compareTo(minimum) >= 0;
    }
  }

  /**
   * The cells of both sides, merged where the group is too small.
   *
   * @param strata in order, each with enough of the group
   */
  public record Standardized(List<Stratum> strata) {

    private static final String CITATION = "domain.md 2.9.2";

    /** Keeps its own copy of the strata. */
    public Standardized {
      strata = List.copyOf(strata);
    }

    /** Notes what each stratum adds, and gives the group's cost of a member month. */
    Expression work(Worksheet sheet) {
      List<Expression> added = new ArrayList<>();
      for (Stratum stratum : strata) {
        String name = stratum.name();
        added.add(
            sheet.step(
                name,
                CITATION,
                Expression.named(name + ".cost", stratum.group().cost())
                    .times(Expression.named(name + ".own", stratum.own()))
                    .over(Expression.named(name + ".group", stratum.group().memberMonths()))));
      }
      return sheet.step(
          "comparisonGroup",
          CITATION,
          Expression.sum(added).over(Expression.named("comparison.own", own())));
    }

    private Rate own() {
      return strata.stream().map(Stratum::own).reduce(Rate.ZERO, Rate::plus);
    }
  }

  /**
   * Standardizes the comparison group to the practice's members.
   *
   * @param group the comparison group by cell
   * @param own the practice's member months by cell
   * @param minimum member months of the comparison group that a stratum needs
   * @return the strata; empty when the comparison group is too small altogether or the practice has
   *     no members
   */
  public static Optional<Standardized> standardize(
      Map<Cell, Volume> group, Map<Cell, Rate> own, Rate minimum) {
    Standardized standardized = new Standardized(strata(group, own, minimum));
    boolean enough =
        !standardized.strata().isEmpty()
            && standardized.strata().stream().allMatch(one -> one.reaches(minimum));
    return enough && !standardized.own().isZero() ? Optional.of(standardized) : Optional.empty();
  }

  private static List<Stratum> strata(Map<Cell, Volume> group, Map<Cell, Rate> own, Rate minimum) {
    TreeSet<Cell> cells = new TreeSet<>(group.keySet());
    cells.addAll(own.keySet());
    List<Stratum> merged = new ArrayList<>();
    for (Sex sex : Sex.values()) {
      List<Stratum> singles =
          cells.stream()
              .filter(cell -> cell.sex() == sex)
              .map(cell ->
                  new Stratum(
                      List.of(cell),
                      group.getOrDefault(cell, Volume.NONE),
                      own.getOrDefault(cell, Rate.ZERO)))
              .toList();
      merged.addAll(merge(singles, minimum));
    }
    return merge(merged, minimum);
  }

  /**
   * From the first on, until each is large enough; the last joins the one before it if it is not.
   */
  private static List<Stratum> merge(List<Stratum> strata, Rate minimum) {
    List<Stratum> merged = new ArrayList<>();
    Stratum open = null;
    for (Stratum stratum : strata) {
      open = open == null ? stratum : open.plus(stratum);
      if (open.reaches(minimum)) {
        merged.add(open);
        open = null;
      }
    }
    if (open != null) {
      merged.add(merged.isEmpty() ? open : merged.removeLast().plus(open));
    }
    return Collections.unmodifiableList(merged);
  }
}
