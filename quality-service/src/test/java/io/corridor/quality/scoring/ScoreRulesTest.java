package io.corridor.quality.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.care.Contract;
import io.corridor.common.money.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points, weights and composite (domain.md 3.5). */
class ScoreRulesTest {

  @ParameterizedTest(name = "{0}: {1} with threshold {2} and benchmark {3} earns {4}")
  @CsvSource({
    "BCS, 72, 0.65, 0.80, 5",
    "COL, 58, 0.60, 0.75, 0",
    "GSD-, 30, 0.35, 0.18, 3",
    "CBP, 66, 0.60, 0.78, 4",
    "PCR-, 95, 1.05, 0.85, 5",
    "CAHPS, 84, 0.80, 0.90, 4",
    "FUH7, 40, 0.35, 0.55, 3",
    "STRUCT, 100, 0.75, 1.0, 10",
    "at the threshold, 60, 0.60, 0.78, 1",
    "just below the benchmark, 77, 0.60, 0.78, 9",
    "at the benchmark, 78, 0.60, 0.78, 10",
    "inverse at its benchmark-, 18, 0.35, 0.18, 10",
    "inverse above its threshold-, 36, 0.35, 0.18, 0",
  })
  void attainment(String name, long percent, String threshold, String benchmark, int points) {
    assertThat(
            Attainment.points(
                MeasureResult.share("x", percent, 100, 0, 0),
                Rate.of(threshold),
                Rate.of(benchmark),
                name.endsWith("-")))
        .isEqualTo(points);
  }

  @Test
  @DisplayName("exactly x.5 rounds up: no digit is lost in the quotient")
  void halfUpOnExactFractions() {
    // (1/3 - 0) / (1 - 0) * 9 + 0.5 = 3.5 exactly.
    assertThat(Attainment.points(MeasureResult.share("x", 1, 3, 0, 0), Rate.ZERO, Rate.ONE, false))
        .isEqualTo(4);
  }

  private static Contract.Quality programme(Object... measures) {
    List<Contract.Measure> terms = new ArrayList<>();
    for (int i = 0; i < measures.length; i += 5) {
      terms.add(
          new Contract.Measure(
              (String) measures[i],
              Rate.of((String) measures[i + 1]),
              Rate.of((String) measures[i + 2]),
              Rate.of((String) measures[i + 3]),
              (Integer) measures[i + 4]));
    }
    return new Contract.Quality(terms, Rate.of("0.40"), true, Rate.of("0.80"), Rate.of("0.50"));
  }

  private static MeasureResult share(String measure, long percent) {
    return MeasureResult.share(measure, percent, 100, 0, 0);
  }

  /**
   * The table of domain.md 3.5 without its improvement points: COL and GSD earn attainment only.
   */
  private static QualityScore table(int minimumOfFollowUp) {
    Contract.Quality programme =
        programme(
            "Q01",
            "10",
            "0.65",
            "0.80",
            30,
            "Q02",
            "10",
            "0.60",
            "0.75",
            30,
            "Q03",
            "15",
            "0.35",
            "0.18",
            30,
            "Q04",
            "15",
            "0.60",
            "0.78",
            30,
            "Q12",
            "20",
            "1.05",
            "0.85",
            30,
            "Q16",
            "15",
            "0.80",
            "0.90",
            30,
            "Q10",
            "10",
            "0.35",
            "0.55",
            minimumOfFollowUp,
            "Q17",
            "5",
            "0.75",
            "1.0",
            30);
    return ScoreRules.score(
        List.of(
            share("Q01", 72),
            share("Q02", 58),
            share("Q03", 30),
            share("Q04", 66),
            share("Q12", 95),
            share("Q16", 84),
            share("Q10", 40),
            share("Q17", 100)),
        programme);
  }

  @Test
  void workedTable_attainmentOnly() {
    // 10*5 + 10*0 + 15*3 + 15*4 + 20*5 + 15*4 + 10*3 + 5*10 = 395 of 1000.
    QualityScore score = table(30);
    assertThat(score.composite()).contains(Rate.of("0.395"));
    assertThat(score.gate()).isEqualTo(QualityScore.Gate.NOT_MET);
  }

  @Test
  void notReportable_thenItsWeightMovesInsideItsType() {
    // Q10 gives 5 each to Q01 and Q02: 75 + 0 + 45 + 60 + 100 + 60 + 50 = 390 of 1000.
    QualityScore score = table(101);
    assertThat(score.composite()).contains(Rate.of("0.39"));
    Map<String, Rate> weights = weights(score);
    assertThat(weights)
        .containsEntry("Q01", Rate.of(15))
        .containsEntry("Q02", Rate.of(15))
        .containsEntry("Q10", Rate.ZERO);
    assertThat(points(score, "Q10")).isEmpty();
  }

  private static Map<String, Rate> weights(QualityScore score) {
    return score.measures().stream()
        .collect(
            Collectors.toMap(scored -> scored.result().measure(), QualityScore.Scored::weight));
  }

  private static java.util.OptionalInt points(QualityScore score, String measure) {
    return score.measures().stream()
        .filter(scored -> scored.result().measure().equals(measure))
        .findFirst()
        .orElseThrow()
        .points();
  }

  @Test
  void typeEmpty_thenTheWeightGoesToAllOthers() {
    QualityScore score =
        ScoreRules.score(
            List.of(share("Q01", 80), share("Q04", 50), MeasureResult.none("Q14")),
            programme(
                "Q01", "30", "0.5", "0.8", 30, "Q04", "10", "0.6", "0.8", 30, "Q14", "20", "500",
                "300", 30));
    assertThat(weights(score)).containsEntry("Q01", Rate.of(45)).containsEntry("Q04", Rate.of(15));
    assertThat(score.composite()).contains(Rate.of("0.75"));
    assertThat(score.gate()).isEqualTo(QualityScore.Gate.MET);
  }

  @Test
  void outcomesPushedBelowATenth_thenScaledUpToExactlyOne() {
    QualityScore score =
        ScoreRules.score(
            List.of(share("Q01", 80), share("Q04", 80), MeasureResult.none("Q03")),
            programme(
                "Q01", "90", "0.5", "0.8", 30, "Q04", "4", "0.6", "0.8", 30, "Q14", "0", "500",
                "300", 30, "Q12", "0", "1", "0.5", 30, "Q17", "6", "0.5", "1", 30));
    // Q17 is not reportable and alone in its type: 6 goes to the others pro rata.
    assertThat(weights(score).get("Q04")).isLessThan(Rate.of("4.3"));
    QualityScore promised =
        ScoreRules.score(
            List.of(share("Q01", 80), share("Q04", 80)),
            programme(
                "Q01", "40", "0.5", "0.8", 30, "Q04", "4", "0.6", "0.8", 30, "Q03", "6", "0.35",
                "0.18", 30, "Q02", "50", "0.5", "0.8", 30));
    assertThat(weights(promised)).containsEntry("Q04", Rate.of(10));
    assertThat(weights(promised)).containsEntry("Q01", Rate.of(90));
  }

  @Test
  void nothingReportable_thenNoCompositeAndAnUnknownGate_andOnlyNamedMeasures() {
    QualityScore other =
        ScoreRules.score(List.of(share("Q01", 80)), programme("Q02", "10", "0.5", "0.8", 10));
    assertThat(other.composite()).isEmpty();
    assertThat(other.gate()).isEqualTo(QualityScore.Gate.UNKNOWN);
    assertThat(weights(other)).containsOnlyKeys("Q02");
    QualityScore few =
        ScoreRules.score(
            List.of(MeasureResult.share("Q01", 5, 9, 0, 4)),
            programme("Q01", "10", "0.5", "0.8", 10));
    assertThat(few.composite()).isEmpty();
  }

  @Test
  void emergencyVisitsPerThousandMemberYears() {
    MeasureResult result = MeasureResult.perThousand("Q14", 7, 120);
    assertThat(result.rate()).contains(Rate.of(700));
    assertThat(MeasureResult.perThousand("Q14", 7, 0).rate()).isEmpty();
    assertThat(Attainment.points(result, Rate.of(800), Rate.of(500), true)).isEqualTo(4);
  }
}
