package io.corridor.common.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.common.rules.ProviderBuckets.Bucket;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceValuesTest {

  private static final PrimaryCareServices SERVICES = PrimaryCareServices.load();

  @ParameterizedTest
  @DisplayName("a table without source, without its file or with a row of another width is refused")
  @ValueSource(strings = {"no-source.csv", "missing.csv", "short-row.csv"})
  void brokenTables(String table) {
    assertThatThrownBy(() -> CodeTable.load(ReferenceValuesTest.class, "tables/" + table))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(table);
  }

  @Test
  @DisplayName("a quoted cell may hold a comma")
  void quotedCell() {
    CodeTable table = CodeTable.load(ReferenceValuesTest.class, "tables/quoted.csv");
    assertThat(table.rows())
        .singleElement()
        .satisfies(
            row -> assertThat(row).containsEntry("code", "A1").containsEntry("note", "one, two"));
    assertThat(table.source()).contains("source: test");
  }

  @ParameterizedTest
  @DisplayName("a parameter without unit, reference, label or value is refused")
  @ValueSource(strings = {"no-unit.yaml", "no-reference.yaml", "no-label.yaml", "no-value.yaml"})
  void brokenParameters(String file) {
    assertThatThrownBy(() -> DatedParameter.load(ReferenceValuesTest.class, "tables/" + file))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(file);
  }

  @Test
  @DisplayName("a service counts from the year its rule names; earlier years use the earliest list")
  void datedServices() {
    assertThat(SERVICES.contains("99213", 2025, "MEDICARE")).isTrue();
    assertThat(SERVICES.contains("99213", 2008, "MEDICARE")).isTrue();
    assertThat(SERVICES.contains("96160", 2019, "MEDICARE")).isTrue();
    assertThat(SERVICES.contains("96160", 2018, "MEDICARE")).isFalse();
    assertThat(SERVICES.contains("00000", 2025, "COMMERCIAL")).isFalse();
  }

  @Test
  @DisplayName("preventive visits are primary care outside Medicare alone")
  void preventiveVisits() {
    assertThat(SERVICES.contains("99392", 2025, "COMMERCIAL")).isTrue();
    assertThat(SERVICES.contains("99392", 2025, "MEDICARE")).isFalse();
    assertThat(SERVICES.mayContain("99392")).isTrue();
  }

  @Test
  @DisplayName("the specialty decides before the taxonomy; nothing known is UNKNOWN, not OTHER")
  void buckets() {
    ProviderBuckets buckets = ProviderBuckets.load();
    assertThat(buckets.of("08", null)).isEqualTo(Bucket.PCP);
    assertThat(buckets.of("50", "207Q00000X")).isEqualTo(Bucket.NPP);
    assertThat(buckets.of(null, "207Q00000X")).isEqualTo(Bucket.PCP);
    assertThat(buckets.of("ZZ", "207Q00000X")).isEqualTo(Bucket.OTHER);
    assertThat(buckets.of(null, null)).isEqualTo(Bucket.UNKNOWN);
  }
}
