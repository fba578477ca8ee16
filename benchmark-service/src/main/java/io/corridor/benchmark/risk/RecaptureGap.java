package io.corridor.benchmark.risk;

import io.corridor.common.care.Person;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A chronic condition that was coded last year and not yet this year.
 *
 * @param model model under which it counts
 * @param hcc the condition
 * @param label what it is
 * @param lastCodes codes of the last year that meant it
 * @param rawGain what the coming year's raw score gains when it is coded again, with its
 *     interactions, hierarchies and the count of conditions
 */
public record RecaptureGap(
    RiskModel model, Hcc hcc, String label, SortedSet<String> lastCodes, BigDecimal rawGain) {

  private static final Comparator<RecaptureGap> MOST_FIRST =
      Comparator.comparing(RecaptureGap::rawGain).reversed().thenComparing(RecaptureGap::hcc);

  static List<RecaptureGap> of(
      CmsHccModel model,
      Person person,
      SegmentFacts facts,
      int currentYear,
      DiagnosisHistory diagnoses) {
    ModelScore last = model.score(person, facts, currentYear, diagnoses.codes(currentYear - 1));
    ModelScore now = model.score(person, facts, currentYear + 1, diagnoses.codes(currentYear));
    List<RecaptureGap> gaps = new ArrayList<>();
    for (Hcc hcc : last.counted()) {
      if (!model.isChronic(hcc) || now.coded().containsKey(hcc)) {
        continue;
      }
      ModelScore again = model.with(person, facts, now, hcc);
      if (again.counted().contains(hcc)) {
        gaps.add(
            new RecaptureGap(
                model.model(),
                hcc,
                model.label(hcc),
                last.coded().getOrDefault(hcc, new TreeSet<>()),
                again.raw().subtract(now.raw())));
      }
    }
    gaps.sort(MOST_FIRST);
    return List.copyOf(gaps);
  }
}
