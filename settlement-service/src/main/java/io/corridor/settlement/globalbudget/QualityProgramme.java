package io.corridor.settlement.globalbudget;

import io.corridor.common.money.Rate;
import io.corridor.common.rules.Expression;
import io.corridor.settlement.globalbudget.Measure.Kind;
import io.corridor.settlement.globalbudget.Measure.Setting;
import io.corridor.settlement.share.Calculation;
import io.corridor.settlement.share.Check;
import io.corridor.settlement.share.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The measures of a global budget and how they make one score between zero and five: a weighted
 * mean in each setting, then a mean of the two settings.
 *
 * @param measures measures, at least one
 * @param outcomeWeight weight of an outcome measure; a process measure has the weight 1
 * @param ambulatoryPart part of the ambulatory score in the overall score; the rest is hospital
 */
public record QualityProgramme(List<Measure> measures, Rate outcomeWeight, Rate ambulatoryPart) {

  private static final String GATES = "contract terms, quality gates";
  private static final String MEAN = "contract terms, weights of outcome and process measures";
  private static final String OVERALL = "contract terms, parts of ambulatory and hospital quality";

  /** Rejects a programme without measures or with a measure twice. */
  public QualityProgramme {
    measures = List.copyOf(measures);
    Check.that(!measures.isEmpty(), "a quality programme must have a measure");
    Check.names("measure", measures.stream().map(Measure::name).toList());
    Check.positive("outcome weight", outcomeWeight);
    Check.share("ambulatory part", ambulatoryPart);
  }

  /**
   * The overall score. A measure without a result leaves its weight to the others of its setting, a
   * setting without results leaves its part to the other; without any result the score is zero.
   *
   * @param results results by measure; those of other measures are not read
   */
  Expression overallScore(Calculation steps, Map<String, Rate> results) {
    List<Measure> ambulatory = reported(Setting.AMBULATORY, results);
    List<Measure> hospital = reported(Setting.HOSPITAL, results);
    if (ambulatory.isEmpty() && hospital.isEmpty()) {
      steps.warn(Warning.QUALITY_NOT_REPORTED);
      return steps.step("overallScore", OVERALL, Expression.ZERO);
    }
    if (hospital.isEmpty()) {
      return steps.step("overallScore", OVERALL, mean(steps, ambulatory, results));
    }
    if (ambulatory.isEmpty()) {
      return steps.step("overallScore", OVERALL, mean(steps, hospital, results));
    }
    Expression ambulatoryScore =
        steps.step("ambulatoryScore", MEAN, mean(steps, ambulatory, results));
    Expression hospitalScore = steps.step("hospitalScore", MEAN, mean(steps, hospital, results));
    Expression part = Expression.named("ambulatoryPart", ambulatoryPart);
    return steps.step(
        "overallScore",
        OVERALL,
        part.times(ambulatoryScore).plus(Expression.ONE.minus(part).times(hospitalScore)));
  }

  private List<Measure> reported(Setting setting, Map<String, Rate> results) {
    return measures.stream()
        .filter(measure -> measure.setting() == setting && results.containsKey(measure.name()))
        .toList();
  }

  private Expression mean(Calculation steps, List<Measure> reported, Map<String, Rate> results) {
    List<Expression> points = new ArrayList<>();
    List<Expression> weights = new ArrayList<>();
    for (Measure measure : reported) {
      Rate result = results.getOrDefault(measure.name(), Rate.ZERO);
      Expression score =
          steps.step(
              measure.name() + ".score",
              GATES,
              measure.score(Expression.named(measure.name() + ".result", result)));
      Expression weight = weight(measure.kind());
      points.add(weight.times(score));
      weights.add(weight);
    }
    return Expression.sum(points).over(Expression.sum(weights));
  }

  private Expression weight(Kind kind) {
    return kind == Kind.OUTCOME ? Expression.named("outcomeWeight", outcomeWeight) : Expression.ONE;
  }
}
