package io.corridor.common.care;

import io.corridor.common.money.Rate;
import io.corridor.common.rules.CodeTable;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A value of a target that a contract may leave to the default. */
public enum TargetDefault {
  /** Share of the difference when the region costs at least as much. */
  BLEND_WEIGHT_REGION_HIGHER,
  /** Share of the difference when the region costs less. */
  BLEND_WEIGHT_REGION_LOWER,
  /** Part of earlier savings that is given back. */
  PRIOR_SAVINGS_SHARE,
  /** Years until base years are replaced. */
  AGREEMENT_YEARS,
  /** Weight of the first base year in a first agreement. */
  FIRST_BASE_YEAR_WEIGHT,
  /** Weight of the second base year in a first agreement. */
  SECOND_BASE_YEAR_WEIGHT,
  /** Weight of the third base year in a first agreement. */
  THIRD_BASE_YEAR_WEIGHT,
  /** Member months below which a cell of the comparison group is merged. */
  CELL_MINIMUM_MEMBER_MONTHS;

  /** Default values by the day they begin to hold. */
  public static final class Dated {

    private static final Dated SHIPPED = read();

    private final Map<TargetDefault, NavigableMap<LocalDate, Rate>> values;

    private Dated(Map<TargetDefault, NavigableMap<LocalDate, Rate>> values) {
      this.values = values;
    }

    /** The values shipped with the product. */
    public static Dated shipped() {
      return SHIPPED;
    }

    /**
     * Reads them.
     *
     * @throws IllegalStateException if a parameter has no value, a row lacks its citation or two
     *     rows of a parameter begin on one day
     */
    private static Dated read() {
      return of(CodeTable.load(TargetDefault.class, "parameters/target_defaults.csv"));
    }

    static Dated of(CodeTable table) {
      Map<TargetDefault, NavigableMap<LocalDate, Rate>> values = new EnumMap<>(TargetDefault.class);
      for (Map<String, String> row : table.rows()) {
        cell(row, "citation");
        Rate earlier =
            values
                .computeIfAbsent(TargetDefault.valueOf(cell(row, "name")), name -> new TreeMap<>())
                .put(LocalDate.parse(cell(row, "from_date")), Rate.of(cell(row, "value")));
        if (earlier != null) {
          throw new IllegalStateException("two rows of a default begin on one day");
        }
      }
      if (values.size() != TargetDefault.values().length) {
        throw new IllegalStateException("a default of a target has no value");
      }
      return new Dated(values);
    }

    private static String cell(Map<String, String> row, String column) {
      String cell = row.getOrDefault(column, "");
      if (cell.isBlank()) {
        throw new IllegalStateException("a default of a target has no " + column);
      }
      return cell;
    }

    /** The value of a whole number on a day. */
    public int wholeOn(LocalDate day, TargetDefault parameter) {
      return on(day, parameter).value().intValueExact();
    }

    /** The value on a day; days before the first row use it (decisions 22). */
    public Rate on(LocalDate day, TargetDefault parameter) {
      NavigableMap<LocalDate, Rate> rows = values.getOrDefault(parameter, new TreeMap<>());
      Map.Entry<LocalDate, Rate> row = rows.floorEntry(day);
      return (row == null ? rows.firstEntry() : row).getValue();
    }
  }
}
