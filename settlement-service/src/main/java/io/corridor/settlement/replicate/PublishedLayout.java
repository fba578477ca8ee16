package io.corridor.settlement.replicate;

import io.corridor.common.rules.CodeTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How the file of one performance year prints its figures.
 *
 * @param year performance year
 * @param rate savings rate
 * @param minimum minimum savings rate
 * @param score quality score
 * @param share sharing and loss rates
 * @param printsOneSidedLosses whether generated losses are printed for one-sided ACOs
 * @param missing label that the header row lacks, after the label in front of it; empty for none
 */
record PublishedLayout(
    int year,
    Scale rate,
    Scale minimum,
    Scale score,
    Scale share,
    boolean printsOneSidedLosses,
    Map<String, String> missing) {

  private static final int PERCENT = 2;

  /**
   * Unit and precision of a ratio.
   *
   * @param percent whether it is printed in percent
   * @param decimals decimals of the ratio
   */
  record Scale(boolean percent, int decimals) {
    Printed printed(BigDecimal number) {
      return Printed.of(percent ? number.movePointLeft(PERCENT) : number, decimals);
    }
  }

  /** Layouts by performance year. */
  static Map<Integer, PublishedLayout> load() {
    Map<Integer, PublishedLayout> layouts = new HashMap<>();
    for (Map<String, String> row :
        CodeTable.load(PublishedLayout.class, "published_layouts.csv").rows()) {
      PublishedLayout layout = of(row);
      if (layouts.put(layout.year(), layout) != null) {
        throw new IllegalStateException("two layouts of " + layout.year());
      }
    }
    return Map.copyOf(layouts);
  }

  /** Labels by fact, in lower case, the preferred one first. */
  static Map<String, List<String>> labels() {
    Map<String, List<String>> labels = new LinkedHashMap<>();
    for (Map<String, String> row :
        CodeTable.load(PublishedLayout.class, "published_columns.csv").rows()) {
      labels.put(
          cell(row, "fact"),
          Arrays.asList(cell(row, "labels").toLowerCase(Locale.ROOT).split("\\|")));
    }
    return labels;
  }

  private static PublishedLayout of(Map<String, String> row) {
    String missing = cell(row, "missing_label").toLowerCase(Locale.ROOT);
    int colon = missing.indexOf(':');
    return new PublishedLayout(
        Integer.parseInt(cell(row, "year")),
        scale(row, "rate", "rate"),
        scale(row, "rate", "minimum"),
        scale(row, "score", "score"),
        scale(row, "share", "share"),
        cell(row, "one_sided_losses").equals("yes"),
        colon < 0 ? Map.of() : Map.of(missing.substring(colon + 1), missing.substring(0, colon)));
  }

  private static Scale scale(Map<String, String> row, String unit, String digits) {
    return new Scale(
        cell(row, unit + "_unit").equals("PERCENT"),
        Integer.parseInt(cell(row, digits + "_digits")));
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  /** The header row with the label it lacks, in lower case and without a byte order mark. */
  List<String> completed(List<String> header) {
    List<String> complete = new ArrayList<>();
    for (String label : header) {
      String plain = label.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
      complete.add(plain);
      Optional.ofNullable(missing.get(plain)).ifPresent(complete::add);
    }
    return complete;
  }
}
