package io.corridor.portal.readmodel;

import io.corridor.schemas.CareVariationValue;
import io.corridor.schemas.EstimateValue;
import io.corridor.schemas.ExplanationValue;
import io.corridor.schemas.MarginalValue;
import io.corridor.schemas.MemberCasesValue;
import io.corridor.schemas.PeriodValue;
import io.corridor.schemas.ProgramEvaluationValue;
import io.corridor.schemas.ScoreValue;
import io.corridor.schemas.StatementValue;
import io.corridor.schemas.TermsValue;
import io.corridor.schemas.WhatIfValue;
import io.corridor.schemas.serde.SchemaRegistry;
import io.corridor.schemas.serde.ValueSerde;
import io.corridor.schemas.topic.AnalysisTopics;
import io.corridor.schemas.topic.ClosingTopics;
import io.corridor.schemas.topic.ProgramTopics;
import io.corridor.schemas.topic.Topics;
import io.corridor.schemas.topic.VariationTopics;

/** Reads values that tables keep whole, as they came from their topic. */
public final class Bodies {

  private final ValueSerde<TermsValue> terms;
  private final ValueSerde<ScoreValue> scores;
  private final ValueSerde<EstimateValue> estimates;
  private final ValueSerde<ExplanationValue> explanations;
  private final ValueSerde<WhatIfValue> whatIfs;
  private final ValueSerde<MarginalValue> marginals;
  private final ValueSerde<PeriodValue> periods;
  private final ValueSerde<StatementValue> statements;
  private final ValueSerde<ProgramEvaluationValue> evaluations;
  private final ValueSerde<MemberCasesValue> cases;
  private final ValueSerde<CareVariationValue> variations;

  /** Reads through a registry. */
  public Bodies(SchemaRegistry registry) {
    this.terms = ValueSerde.of(Topics.TERMS, registry);
    this.scores = ValueSerde.of(Topics.SCORE, registry);
    this.estimates = ValueSerde.of(Topics.ESTIMATE, registry);
    this.explanations = ValueSerde.of(Topics.EXPLANATION, registry);
    this.whatIfs = ValueSerde.of(AnalysisTopics.WHAT_IF, registry);
    this.marginals = ValueSerde.of(AnalysisTopics.MARGINAL, registry);
    this.periods = ValueSerde.of(ClosingTopics.PERIOD, registry);
    this.statements = ValueSerde.of(ClosingTopics.STATEMENT, registry);
    this.evaluations = ValueSerde.of(ProgramTopics.EVALUATION, registry);
    this.cases = ValueSerde.of(VariationTopics.MEMBER_CASE, registry);
    this.variations = ValueSerde.of(VariationTopics.CARE_VARIATION, registry);
  }

  /** Terms of a contract. */
  public TermsValue terms(byte[] bytes) {
    return terms.read(bytes);
  }

  /** A quality score. */
  public ScoreValue score(byte[] bytes) {
    return scores.read(bytes);
  }

  /** An interim estimate. */
  public EstimateValue estimate(byte[] bytes) {
    return estimates.read(bytes);
  }

  /** Why a member is assigned as they are. */
  public ExplanationValue explanation(byte[] bytes) {
    return explanations.read(bytes);
  }

  /** An answer to a what-if question. */
  public WhatIfValue whatIf(byte[] bytes) {
    return whatIfs.read(bytes);
  }

  /** Where a period stands. */
  public PeriodValue period(byte[] bytes) {
    return periods.read(bytes);
  }

  /** A statement. */
  public StatementValue statement(byte[] bytes) {
    return statements.read(bytes);
  }

  /** What small changes are worth. */
  public MarginalValue marginal(byte[] bytes) {
    return marginals.read(bytes);
  }

  /** What a program changed. */
  public ProgramEvaluationValue evaluation(byte[] bytes) {
    return evaluations.read(bytes);
  }

  /** Procedures of a member. */
  public MemberCasesValue memberCases(byte[] bytes) {
    return cases.read(bytes);
  }

  /** How clinicians differ. */
  public CareVariationValue variation(byte[] bytes) {
    return variations.read(bytes);
  }
}
