package io.corridor.quality.measure;

import io.corridor.common.care.Person;
import java.util.List;
import java.util.Optional;

/**
 * A screening measure: who is asked, who is excluded, what closes (domain.md 3.3). Continuity and
 * the standard exclusions are the same for all and stand in the gap rules.
 */
public sealed interface Screening permits BreastCancerScreening, ColorectalCancerScreening {

  /** All screenings, by id. */
  List<Screening> ALL = List.of(new BreastCancerScreening(), new ColorectalCancerScreening());

  /** Measure id. */
  String id();

  /** True when the person is asked in the period, by sex and age at its end. */
  boolean asks(Person person, Period period);

  /** Why the member's history excludes them for good, if it does. */
  Optional<String> excludedBy(MemberRecord member, Period period);
}
