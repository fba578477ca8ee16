package io.corridor.benchmark.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.money.Rate;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonYearsTest {

  @ParameterizedTest
  @CsvSource({
    "2025-05,1960-06-10,false,true,DISABLED",
    "2025-06,1960-06-10,false,true,AGED_DUAL",
    "2025-06,1960-06-30,false,false,AGED_NON_DUAL",
    "2025-06,1940-01-01,true,true,ESRD",
    "2025-02,1960-02-29,false,false,AGED_NON_DUAL",
  })
  @DisplayName("renal disease first, then age, then Medicaid; aged from the month of 65")
  void typeOfAMonth(
      String month, LocalDate birthDate, boolean renal, boolean medicaid, EnrollmentType type) {
    assertThat(EnrollmentType.in(YearMonth.parse(month), birthDate, renal, medicaid))
        .isEqualTo(type);
  }

  @Test
  @DisplayName("a member who turns 65 in July is half a year disabled and half a year aged")
  void aYearInTwoTypes() {
    PersonYears years = PersonYears.NONE;
    for (int month = 1; month <= 12; month++) {
      EnrollmentType type =
          EnrollmentType.in(YearMonth.of(2025, month), LocalDate.of(1960, 7, 20), false, false);
      years = years.plus(type, Rate.ONE);
    }
    assertThat(years.byType())
        .isEqualTo(
            Map.of(
                EnrollmentType.DISABLED, Rate.of("0.5"),
                EnrollmentType.AGED_NON_DUAL, Rate.of("0.5")));
    assertThat(years.total()).isEqualTo(Rate.ONE);
  }

  @Test
  @DisplayName("L4: months taken back leave no trace")
  void retraction() {
    PersonYears once = PersonYears.NONE.plus(EnrollmentType.ESRD, Rate.of("0.5"));
    PersonYears back =
        once.plus(EnrollmentType.AGED_DUAL, Rate.of("0.50"))
            .minus(EnrollmentType.AGED_DUAL, Rate.of("0.5"));
    assertThat(back).isEqualTo(once).hasSameHashCodeAs(once);
    assertThat(back.byType()).doesNotContainKey(EnrollmentType.AGED_DUAL);
    assertThat(once.memberMonths(EnrollmentType.ESRD)).isEqualTo(Rate.of("0.5"));
  }
}
