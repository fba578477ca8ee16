package io.corridor.benchmark.risk;

import io.corridor.benchmark.risk.SegmentFacts.OriginalReason;
import io.corridor.common.care.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One version of the CMS-HCC model: its tables and the raw score they give a person. The steps are
 * those of CMS's software (main macros V2419P1M and V2823T2M): age and segment, conditions of the
 * diagnoses with the edits by age and sex, hierarchies, then the sum of the segment's factors.
 *
 * <p>The score is a function of the set of codes alone, so it does not matter in which order claims
 * came, how often a code was coded, or what was coded once and taken back.
 */
public final class CmsHccModel {

  private static final int OPEN_COUNT = 10;

  private final RiskModel model;
  private final AgeBands ages;
  private final DiagnosisMap diagnoses;
  private final DiagnosisEdits edits;
  private final ConditionHierarchy hierarchy;
  private final Interactions interactions;
  private final RelativeFactors factors;

  CmsHccModel(
      RiskModel model,
      AgeBands ages,
      DiagnosisMap diagnoses,
      DiagnosisEdits edits,
      ConditionHierarchy hierarchy,
      Interactions interactions,
      RelativeFactors factors) {
    this.model = model;
    this.ages = ages;
    this.diagnoses = diagnoses;
    this.edits = edits;
    this.hierarchy = hierarchy;
    this.interactions = interactions;
    this.factors = factors;
  }

  /**
   * A model with the tables shipped with the product.
   *
   * @throws IllegalStateException if a table is broken, or names what another one lacks
   */
  public static CmsHccModel load(RiskModel model) {
    CmsHccModel loaded =
        new CmsHccModel(
            model,
            AgeBands.load(),
            DiagnosisMap.load(model),
            DiagnosisEdits.load(model),
            ConditionHierarchy.load(model),
            Interactions.load(model),
            RelativeFactors.load(model));
    new ModelTablesCheck(
            model,
            loaded.ages,
            loaded.diagnoses,
            loaded.edits,
            loaded.hierarchy,
            loaded.interactions,
            loaded.factors)
        .check();
    return loaded;
  }

  /** The version. */
  public RiskModel model() {
    return model;
  }

  /** What a payment condition is called. */
  public String label(Hcc hcc) {
    return hierarchy.condition(hcc).label();
  }

  /** True when a person who had the condition is expected to have it again. */
  public boolean isChronic(Hcc hcc) {
    return hierarchy.condition(hcc).chronic();
  }

  /**
   * The raw score of a person.
   *
   * @param person birth date and sex
   * @param facts enrollment facts of the month
   * @param paymentYear year the score is for
   * @param codes ICD-10-CM codes without dots, of the year whose diagnoses count; repeated or
   *     unknown ones do no harm
   */
  public ModelScore score(
      Person person, SegmentFacts facts, int paymentYear, Collection<String> codes) {
    int age = AgeBands.age(person.birthDate(), facts.originalReason(), paymentYear);
    SortedSet<String> refused = new TreeSet<>();
    SortedMap<Hcc, SortedSet<String>> coded = coded(person, age, paymentYear, codes, refused);
    return sum(person, facts, paymentYear, coded, refused);
  }

  /** The same person's score with one more condition coded. */
  ModelScore with(Person person, SegmentFacts facts, ModelScore score, Hcc hcc) {
    SortedMap<Hcc, SortedSet<String>> coded = new TreeMap<>(score.coded());
    coded.putIfAbsent(hcc, Collections.emptySortedSet());
    return sum(person, facts, score.paymentYear(), coded, score.refused());
  }

  private ModelScore sum(
      Person person,
      SegmentFacts facts,
      int paymentYear,
      SortedMap<Hcc, SortedSet<String>> coded,
      SortedSet<String> refused) {
    int age = AgeBands.age(person.birthDate(), facts.originalReason(), paymentYear);
    Segment segment = Segment.of(facts, age);
    boolean disabled = age < 65 && facts.originalReason() != OriginalReason.AGE;
    SortedSet<Hcc> counted = new TreeSet<>(coded.keySet());
    List<DroppedCondition> dropped = hierarchy.dropped(counted);
    dropped.forEach(condition -> counted.remove(condition.hcc()));
    boolean byConditions = !segment.isNewEnrollee();
    return new ModelScore(
        model,
        paymentYear,
        segment,
        age,
        factors.parts(segment, demographics(person, facts, segment, age)),
        Collections.unmodifiableSortedMap(coded),
        Collections.unmodifiableSortedSet(refused),
        dropped,
        Collections.unmodifiableSortedSet(counted),
        byConditions
            ? factors.parts(segment, counted.stream().map(Hcc::variable).toList())
            : List.of(),
        byConditions
            ? factors.parts(segment, interactions.variables(counted, disabled))
            : List.of(),
        byConditions ? count(segment, counted.size()) : null);
  }

  private SortedMap<Hcc, SortedSet<String>> coded(
      Person person,
      int age,
      int paymentYear,
      Collection<String> codes,
      SortedSet<String> refused) {
    SortedMap<Hcc, SortedSet<String>> coded = new TreeMap<>();
    for (String code : codes) {
      edits
          .of(code, person.female(), age)
          .ifPresentOrElse(
              edit ->
                  edit.becomes()
                      .ifPresentOrElse(hcc -> add(coded, hcc, code), () -> refused.add(code)),
              () -> diagnoses.conditions(code, paymentYear).forEach(hcc -> add(coded, hcc, code)));
    }
    coded.replaceAll((hcc, evidence) -> Collections.unmodifiableSortedSet(evidence));
    return coded;
  }

  private static void add(SortedMap<Hcc, SortedSet<String>> coded, Hcc hcc, String code) {
    coded.computeIfAbsent(hcc, any -> new TreeSet<>()).add(code);
  }

  /** Variables that are true of the person; those outside the equation fall away later. */
  private List<String> demographics(Person person, SegmentFacts facts, Segment segment, int age) {
    String sex = person.female() ? "F" : "M";
    boolean originallyDisabled = facts.originalReason() == OriginalReason.DISABILITY && age >= 65;
    if (segment.isNewEnrollee()) {
      return List.of(
          RelativeFactors.newEnrolleeVariable(
              facts.hasMedicaid(), originallyDisabled, sex + ages.band(AgeBands.Kind.NEW, age)));
    }
    List<String> variables = new ArrayList<>();
    variables.add(sex + ages.band(AgeBands.Kind.CONTINUING, age));
    if (originallyDisabled) {
      variables.add(person.female() ? "OriginallyDisabled_Female" : "OriginallyDisabled_Male");
      variables.add("ORIGDS");
    }
    if (facts.hasMedicaid()) {
      variables.add("LTIMCAID");
    }
    return variables;
  }

  private @Nullable Part count(Segment segment, int conditions) {
    return conditions == 0 ? null : factors.part(segment, countVariable(conditions)).orElse(null);
  }

  /** Variable of a number of payment conditions: D1 to D9, then D10P. */
  static String countVariable(int conditions) {
    return conditions < OPEN_COUNT ? "D" + conditions : "D" + OPEN_COUNT + "P";
  }
}
