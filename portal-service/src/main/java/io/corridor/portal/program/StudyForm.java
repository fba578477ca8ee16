package io.corridor.portal.program;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.portal.report.evaluation.ProgramCost;
import io.corridor.portal.report.evaluation.Study;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form of an evaluation as it was filled in: whole numbers, dollars and percents as people
 * write them.
 *
 * @param months months compared; empty for 12
 * @param controls most controls of a patient; empty for 3
 * @param minimum matched patients below which the report warns; empty for 200
 * @param differences {@code true} to take off what the arms differed by before
 * @param cost cost of the program; empty when nothing is to be said of its economics
 * @param billed what it bills fee for service
 * @param fixedCost the part of its net cost that does not grow with patients
 * @param acoShare the ACO's part of savings in percent; empty for 100
 * @param eligible members who could take part
 * @param uptake share of them who would, in percent
 */
public record StudyForm(
    @Nullable String months,
    @Nullable String controls,
    @Nullable String minimum,
    @Nullable String differences,
    @Nullable String cost,
    @Nullable String billed,
    @Nullable String fixedCost,
    @Nullable String acoShare,
    @Nullable String eligible,
    @Nullable String uptake) {

  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,7}");
  private static final Pattern DOLLARS = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,2})?");
  private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,4})?");
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  /**
   * The study that the form asks for.
   *
   * @throws IllegalArgumentException if a field cannot be read or the study compares nothing
   */
  Study study() {
    return new Study(
        (int) whole(months, "12"),
        (int) whole(controls, "3"),
        (int) whole(minimum, "200"),
        "true".equals(differences),
        given(cost, DOLLARS).isEmpty()
            ? null
            : new ProgramCost(
                percent(acoShare, "100"),
                dollars(cost),
                dollars(billed),
                dollars(fixedCost),
                whole(eligible, "0"),
                percent(uptake, "0")));
  }

  private static String given(@Nullable String written, Pattern form) {
    String plain = written == null ? "" : written.strip().replaceAll("[$%,]", "").strip();
    if (!plain.isEmpty() && !form.matcher(plain).matches()) {
      throw new IllegalArgumentException("A number of the form cannot be read");
    }
    return plain;
  }

  private static long whole(@Nullable String written, String otherwise) {
    String plain = given(written, WHOLE);
    return Long.parseLong(plain.isEmpty() ? otherwise : plain);
  }

  private static Money dollars(@Nullable String written) {
    String plain = given(written, DOLLARS);
    return plain.isEmpty() ? Money.ZERO : Money.of(new BigDecimal(plain));
  }

  private static Rate percent(@Nullable String written, String otherwise) {
    String plain = given(written, PERCENT);
    BigDecimal percent = new BigDecimal(plain.isEmpty() ? otherwise : plain);
    if (percent.compareTo(ALL) > 0) {
      throw new IllegalArgumentException("A share is at most 100 percent");
    }
    return new Rate(percent.movePointLeft(2));
  }
}
