package io.corridor.quality.measure;

import io.corridor.common.care.Person;
import io.corridor.common.time.Ages;
import java.util.List;
import java.util.Optional;

/**
 * Q02, colorectal cancer screening: age 46 to 75 at the end of the period; a stool test in it, a
 * stool DNA test up to two years, a sigmoidoscopy or CT colonography up to four and a colonoscopy
 * up to nine years before it. Excluded: colorectal cancer, total colectomy.
 */
public final class ColorectalCancerScreening implements Screening {

  /** Measure. */
  public static final String ID = "Q02";

  private static final List<String> REASONS = List.of("COLORECTAL_CANCER", "TOTAL_COLECTOMY");

  ColorectalCancerScreening() {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean asks(Person person, Period period) {
    int age = Ages.on(period.lastDay(), person.birthDate());
    return age >= 46 && age <= 75;
  }

  @Override
  public Optional<String> excludedBy(MemberRecord member, Period period) {
    return REASONS.stream()
        .filter(reason -> !member.exclusionsBefore(ID, reason, period.until()).isEmpty())
        .findFirst();
  }
}
