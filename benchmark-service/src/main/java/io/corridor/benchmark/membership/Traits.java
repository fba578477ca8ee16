package io.corridor.benchmark.membership;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What enrollment says of a member beside days, as {@code field=value}: the fields are those of the
 * enrollment record. Only what holds is listed; the text of equal traits is equal.
 *
 * @param values for example {@code dual=true} or {@code socialNeed=HOUSING}
 */
public record Traits(SortedSet<String> values) {

  /** Nothing but days. */
  public static final Traits NONE = new Traits(Collections.emptySortedSet());

  /** Medicare and Medicaid at once. */
  public static final String DUAL = "dual";

  /** Entitled by end-stage renal disease. */
  public static final String ESRD = "esrd";

  /** Entitled by disability. */
  public static final String DISABLED = "disabled";

  /** Original reason for entitlement, 0 to 3. */
  public static final String ORIGINAL_REASON = "originalReason";

  /** Medicare-Medicaid dual status code. */
  public static final String MEDICAID = "medicaid";

  /** In a nursing facility for more than 90 days. */
  public static final String INSTITUTION = "institution";

  /** NEW or CHRONIC_CONDITION_PLAN. */
  public static final String NEW_ENROLLEE = "newEnrollee";

  /** A social need. */
  public static final String SOCIAL_NEED = "socialNeed";

  /** Preferred language. */
  public static final String LANGUAGE = "language";

  private static final String BETWEEN = ";";

  /** Keeps its own copy. */
  public Traits {
    values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
  }

  /** Traits of these texts. */
  public static Traits of(Collection<String> values) {
    return new Traits(new TreeSet<>(values));
  }

  /** The traits of a text that {@link #text()} wrote. */
  static Traits parse(String text) {
    return text.isEmpty() ? NONE : of(Arrays.asList(text.split(BETWEEN)));
  }

  /** The traits in one text without {@code |}. */
  String text() {
    return String.join(BETWEEN, values);
  }

  /** This and more. */
  public Traits with(String field, String value) {
    TreeSet<String> more = new TreeSet<>(values);
    more.add(field + "=" + value);
    return new Traits(more);
  }

  /** True when a flag holds. */
  public boolean is(String field) {
    return values.contains(field + "=true");
  }

  /** The value of a field that has one; the smallest where there are several. */
  public Optional<String> value(String field) {
    String prefix = field + "=";
    return values.stream()
        .filter(value -> value.startsWith(prefix))
        .findFirst()
        .map(value -> value.substring(prefix.length()));
  }
}
