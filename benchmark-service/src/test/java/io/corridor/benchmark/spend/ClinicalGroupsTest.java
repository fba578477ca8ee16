package io.corridor.benchmark.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.rules.CodeTable;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clinical groups of procedures. */
class ClinicalGroupsTest {

  private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

  @Test
  @DisplayName("a code is of its group from the day on from which it can be billed")
  void dated() {
    ClinicalGroups groups = ClinicalGroups.load();
    assertThat(groups.of("45378", DAY)).contains("COLONOSCOPY");
    assertThat(groups.of("99213", DAY)).isEmpty();
    assertThat(groups.of("66989", LocalDate.of(2021, 12, 31))).isEmpty();
    assertThat(groups.of("66989", LocalDate.of(2022, 1, 1))).contains("CATARACT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two_groups", "bad_code", "bad_group", "reversed"})
  @DisplayName("a broken table is refused")
  void broken(String name) {
    CodeTable table = CodeTable.load(ClinicalGroupsTest.class, "broken/" + name + ".csv");
    assertThatThrownBy(() -> ClinicalGroups.read(table))
        .isInstanceOfAny(IllegalStateException.class, IllegalArgumentException.class);
  }
}
