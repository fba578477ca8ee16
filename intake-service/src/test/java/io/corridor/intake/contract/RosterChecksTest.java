package io.corridor.intake.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.care.AttributionOptions;
import io.corridor.common.care.RosterTerms;
import io.corridor.common.id.Tin;
import io.corridor.common.terms.TermsMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What contract files say about disputes, the choice of the list and the campaign. */
class RosterChecksTest {

  private static String example() throws IOException {
    return Files.readString(ContractFilesTest.EXAMPLES.resolve("medicaid-campaign.yaml"));
  }

  private static ContractResult read(String yaml) {
    return ContractFiles.read("c.yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  @DisplayName("from the file to the record that rules read, defaults included")
  void terms() throws IOException {
    RosterTerms roster = roster(example());
    assertThat(roster.disputes()).isEqualTo(new RosterTerms.DisputeClock(3, 20));
    assertThat(roster.creditFollowsClinician()).isTrue();
    assertThat(Objects.requireNonNull(roster.listChoice()).stated())
        .containsEntry(2025, AttributionOptions.ListKind.RETROSPECTIVE);
    RosterTerms.Campaign campaign = Objects.requireNonNull(roster.campaign());
    assertThat(campaign.maxMiles()).isEqualByComparingTo("25");
    assertThat(campaign.centroids().get("01001").latitude()).isEqualTo(new BigDecimal("42.062368"));
    RosterTerms.Site last = campaign.sites().getLast();
    assertThat(last.tin()).isEqualTo(new Tin("890123456"));
    assertThat(last.capacity()).isNull();
    assertThat(campaign.sites().getFirst().panel()).isEqualTo(840);
    assertThat(last.open().until()).isEqualTo(LocalDate.of(2026, 7, 1));
    RosterTerms usual =
        roster(example().replace("    reviewDays: 3 ", "# ").replace("    waitDays: 60", "    #"));
    assertThat(usual.disputes()).isEqualTo(new RosterTerms.DisputeClock(5, 20));
    assertThat(Objects.requireNonNull(usual.campaign()).waitDays()).isEqualTo(60);
  }

  private static RosterTerms roster(String yaml) {
    return TermsMapper.contract(((ContractResult.Accepted) read(yaml)).terms())
        .attribution()
        .options()
        .roster();
  }

  @ParameterizedTest(name = "{0} to {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "FOLLOW_CLINICIAN; FOLLOW_ME; CONTRACT_WORD; attribution.creditPolicy",
        "[PCP_SELECTION; [MSSP; CONTRACT_WORD; attribution.creditPolicy",
        "reviewDays: 3; reviewDays: 21; CONTRACT_NUMBER; attribution.disputes.reviewDays",
        "decisionDays: 20; decisionDays: 0; CONTRACT_NUMBER; attribution.disputes.decisionDays",
        "deadlineDays: 31; deadlineDays: -1; CONTRACT_NUMBER; attribution.listChoice.deadlineDays",
        "list: RETROSPECTIVE; list: CURRENT; CONTRACT_WORD;"
            + " attribution.listChoice.elections[0].list",
        ", PROXIMITY]; ]; CONTRACT_WORD; attribution.campaign",
        "waitDays: 60; waitDays: 0; CONTRACT_NUMBER; attribution.campaign.waitDays",
        "maxMiles: 25; maxMiles: 0; CONTRACT_NUMBER; attribution.campaign.maxMiles",
        "site: mill-street; site: riverbend-main; CONTRACT_WORD;"
            + " attribution.campaign.sites[1].site",
        "capacity: 1200; capacity: 0; CONTRACT_NUMBER; attribution.campaign.sites[0].capacity",
        "panel: 840; panel: -1; CONTRACT_NUMBER; attribution.campaign.sites[0].panel",
        "capacity: 1200, panel; panel; CONTRACT_MISSING_FIELD;"
            + " attribution.campaign.sites[0].panel",
        "npi: \"1234567893\"; npi: \"123\"; CONTRACT_PARTICIPANT;"
            + " attribution.campaign.sites[1].npi",
        "lastDay: 2026-06-30 }; lastDay: 2024-06-30 }; CONTRACT_DATE_ORDER;"
            + " attribution.campaign.sites[1].lastDay",
        "latitude: 42.062368; latitude: 95; CONTRACT_NUMBER;"
            + " attribution.campaign.centroids[0].latitude",
        "zip: \"01002\", latitude; zip: \"01001\", latitude; CONTRACT_WORD;"
            + " attribution.campaign.centroids[1].zip"
      })
  void contradictions(String from, String to, ContractCode code, String field) throws IOException {
    assertThat(example()).contains(from);
    ContractResult result = read(example().replace(from, to));
    assertThat(((ContractResult.Rejected) result).problems())
        .anySatisfy(problem -> {
          assertThat(problem.code()).isEqualTo(code);
          assertThat(problem.field()).isEqualTo(field);
          assertThat(problem.line()).isPositive();
        });
  }
}
