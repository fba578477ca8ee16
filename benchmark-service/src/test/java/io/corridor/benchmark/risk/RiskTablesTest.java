package io.corridor.benchmark.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables are checked when they are loaded: what does not fit is refused. */
class RiskTablesTest {

  private static TableRow row(String cells) {
    Map<String, String> row = new LinkedHashMap<>();
    Arrays.stream(cells.split(","))
        .map(cell -> cell.split("=", 2))
        .forEach(cell -> row.put(cell[0].strip(), cell[1]));
    return new TableRow("test", row);
  }

  @ParameterizedTest
  @EnumSource(RiskModel.class)
  void theShippedTablesFitTogether(RiskModel model) {
    assertThat(CmsHccModel.load(model).model()).isEqualTo(model);
  }

  @ParameterizedTest(name = "{0} has {1} payment conditions")
  @CsvSource({"V24, 86", "V28, 115"})
  void paymentConditions(RiskModel model, int conditions) {
    assertThat(ConditionHierarchy.load(model).conditions()).hasSize(conditions);
  }

  @ParameterizedTest(name = "{0} in {1}: {2} means {3}")
  @DisplayName("A code means what the list of the payment year says")
  @CsvSource({
    "V28, 2024, G20,   199",
    "V28, 2025, G20,   ''",
    "V28, 2025, G20A1, 199",
    "V28, 2025, C50A0, ''",
    "V28, 2026, C50A0, 23",
    "V28, 2030, C50A0, 23",
    "V24, 2012, E119,  19",
    "V24, 2023, Z992,  134",
    "V24, 2024, E1152, 18 106",
    "V28, 2026, I10,   ''",
  })
  void codesOfAYear(RiskModel model, int year, String code, String hccs) {
    assertThat(DiagnosisMap.load(model).conditions(code, year))
        .extracting(Hcc::number)
        .isEqualTo(
            hccs.isEmpty()
                ? List.of()
                : Arrays.stream(hccs.split(" ")).map(Integer::valueOf).toList());
  }

  @Test
  void aCodeIsNotListedTwiceInAYear() {
    assertThatThrownBy(() ->
            DiagnosisMap.of(
                List.of(
                    row("icd10=E119,hcc=38,first_year=2024,last_year=2025"),
                    row("icd10=E119,hcc=38,first_year=2025,last_year="))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("twice");
    assertThatThrownBy(
            () -> DiagnosisMap.of(List.of(row("icd10=E119,hcc=38,first_year=2025,last_year=2024"))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void ageBandsHaveNoGapAndNoEnd() {
    List<TableRow> gap =
        List.of(
            row("list=CONTINUING,first_age=0,last_age=34,band=0_34"),
            row("list=CONTINUING,first_age=36,last_age=,band=36_GT"));
    assertThatThrownBy(() -> AgeBands.of(gap))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("gap");
    assertThatThrownBy(
            () -> AgeBands.of(List.of(row("list=CONTINUING,first_age=0,last_age=34,band=0_34"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("open last row");
  }

  @Test
  @DisplayName("A table that names a condition without factors is refused")
  void conditionsNeedFactors() {
    ConditionHierarchy one =
        ConditionHierarchy.of(
            RiskModel.V28,
            List.of(row("model=V28,hcc=1000,chronic=Y,label=none such")),
            List.of(),
            List.of());
    assertThatThrownBy(() -> check(one))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no payment condition");
    ConditionHierarchy real = ConditionHierarchy.load(RiskModel.V28);
    List<TableRow> rows =
        IntStream.rangeClosed(1, 1000)
            .mapToObj(Hcc::new)
            .filter(hcc -> hcc.number() == 1000 || real.conditions().contains(hcc))
            .map(hcc -> row("model=V28,hcc=" + hcc.number() + ",chronic=N,label=x"))
            .toList();
    assertThatThrownBy(
            () -> check(ConditionHierarchy.of(RiskModel.V28, rows, List.of(), List.of())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("HCC1000 has no factor");
  }

  private static void check(ConditionHierarchy hierarchy) {
    RiskModel model = RiskModel.V28;
    new ModelTablesCheck(
            model,
            AgeBands.load(),
            DiagnosisMap.load(model),
            DiagnosisEdits.load(model),
            hierarchy,
            Interactions.load(model),
            RelativeFactors.load(model))
        .check();
  }

  @Test
  void anInteractionNamesKnownGroups() {
    assertThatThrownBy(() ->
            Interactions.of(
                RiskModel.V28,
                List.of(row("model=V28,group=HF,hccs=226,label=x")),
                List.of(row("model=V28,variable=HF_GOUT,first=HF,second=GOUT"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("unknown group");
  }

  @Test
  @DisplayName("A condition that was dropped drops nothing itself")
  void hierarchiesRunInOrder() {
    ConditionHierarchy hierarchy = ConditionHierarchy.load(RiskModel.V28);
    TreeSet<Hcc> coded = new TreeSet<>(List.of(new Hcc(62), new Hcc(63), new Hcc(202)));
    assertThat(hierarchy.dropped(coded))
        .containsExactly(new DroppedCondition(new Hcc(63), new Hcc(62)));
    coded.remove(new Hcc(62));
    assertThat(hierarchy.dropped(coded))
        .containsExactly(new DroppedCondition(new Hcc(202), new Hcc(63)));
  }
}
