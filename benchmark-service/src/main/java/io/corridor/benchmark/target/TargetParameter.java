package io.corridor.benchmark.target;

import io.corridor.common.money.Rate;
import io.corridor.common.rules.CodeTable;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A value of a target that a contract may leave to the default. */
public enum TargetParameter {
  /** Share of the difference when the region costs at least as much. */
  BLEND_WEIGHT_REGION_HIGHER,
  /** Share of the difference when the region costs less. */
  BLEND_WEIGHT_REGION_LOWER,
  /** Largest move towards the region, as a share of the national cost of a member. */
  BLEND_CAP,
  /** Largest change of risk. */
  RISK_RATIO_CAP,
  /** Smallest change of risk, where the contract is symmetric. */
  RISK_RATIO_FLOOR,
  /** Part of earlier savings that is given back. */
  PRIOR_SAVINGS_SHARE,
  /** Largest part given back, as a share of the national cost of a member. */
  PRIOR_SAVINGS_CAP,
  /** Share of the region's cost at which a practice is efficient. */
  EFFICIENCY_THRESHOLD,
  /** Years until base years are replaced. */
  AGREEMENT_YEARS,
  /** Member months below which a cell of the comparison group is merged. */
  CELL_MINIMUM_MEMBER_MONTHS,
  /** Members below which a practice has no result of its own for total cost. */
  MINIMUM_LIVES_TOTAL_COST,
  /** Members below which a practice has no result of its own for utilization. */
  MINIMUM_LIVES_UTILIZATION;

  /** Default values by the day they begin to hold. */
  public static final class Defaults {

    private final Map<TargetParameter, NavigableMap<LocalDate, Rate>> values;

    private Defaults(Map<TargetParameter, NavigableMap<LocalDate, Rate>> values) {
      this.values = values;
    }

    /**
     * The values shipped with the product.
     *
     * @throws IllegalStateException if a parameter has no value, a row lacks its citation or two
     *     rows of a parameter begin on one day
     */
    public static Defaults load() {
      return of(CodeTable.load(TargetParameter.class, "parameters/target_terms.csv"));
    }

    static Defaults of(CodeTable table) {
      Map<TargetParameter, NavigableMap<LocalDate, Rate>> values =
          new EnumMap<>(TargetParameter.class);
      for (Map<String, String> row : table.rows()) {
        cell(row, "citation");
        Rate earlier =
            values
                .computeIfAbsent(
                    TargetParameter.valueOf(cell(row, "name")), name -> new TreeMap<>())
                .put(LocalDate.parse(cell(row, "from_date")), Rate.of(cell(row, "value")));
        if (earlier != null) {
          throw new IllegalStateException("two rows of a target term begin on one day");
        }
      }
      if (values.size() != TargetParameter.values().length) {
        throw new IllegalStateException("a target term has no value");
      }
      return new Defaults(values);
    }

    private static String cell(Map<String, String> row, String column) {
      String cell = row.getOrDefault(column, "");
      if (cell.isBlank()) {
        throw new IllegalStateException("a target term has no " + column);
      }
      return cell;
    }

    /** The value on a day; days before the first row use it (decisions 22). */
    public Rate on(LocalDate day, TargetParameter parameter) {
      NavigableMap<LocalDate, Rate> rows = values.getOrDefault(parameter, new TreeMap<>());
      Map.Entry<LocalDate, Rate> row = rows.floorEntry(day);
      return (row == null ? rows.firstEntry() : row).getValue();
    }
  }
}
