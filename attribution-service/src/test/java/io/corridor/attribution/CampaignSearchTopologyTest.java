package io.corridor.attribution;

import static io.corridor.attribution.Records.N1;
import static io.corridor.attribution.Records.N3;
import static io.corridor.attribution.Records.T1;
import static io.corridor.attribution.Records.T2;
import static io.corridor.attribution.Records.T3;
import static io.corridor.attribution.Records.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.IntakeRecords;
import io.corridor.schemas.Campaign;
import io.corridor.schemas.ClaimStatus;
import io.corridor.schemas.EnrollmentRecord;
import io.corridor.schemas.topic.Topics;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** When the search for a practice waits, and when a letter is over (domain.md 1.6). */
class CampaignSearchTopologyTest {

  private final Service service = new Service(List.of("PLURALITY_VISITS", "PROXIMITY"));

  @AfterEach
  void close() {
    service.close();
  }

  private Campaign campaign() {
    return CampaignSetting.campaign(service);
  }

  private void letterSent() {
    CampaignSetting.terms(service, false);
    CampaignSetting.enroll(service, "01001", "013");
    service.tick("2025-03-01", false);
    CampaignSetting.act(service, "l", "LETTER_SENT", "2025-03-02T12:00:00Z");
  }

  @Test
  @DisplayName("a selection answers the letter on the day on which it begins")
  void selectionAnswers() {
    letterSent();
    service.driver.feed(
        Topics.ENROLLMENT,
        "m|P1|sel",
        IntakeRecords.change(null, Records.selection("sel", N1, day("2025-04-10"), null)));
    service.tick("2025-04-09", false);
    assertThat(campaign().getStatus()).isEqualTo("LETTER_SENT");
    service.tick("2025-04-10", false);
    assertThat(campaign().getStatus()).isEqualTo("RESPONDED");
    service.tick("2025-07-01", false);
    assertThat(campaign().getStatus()).isEqualTo("RESPONDED");
    assertThat(CampaignSetting.spans(service)).isEmpty();
  }

  @Test
  @DisplayName("while the member has no coverage the search waits for a later first")
  void waitsForTheGate() {
    letterSent();
    EnrollmentRecord open = CampaignSetting.coverage("01001", "013", null);
    EnrollmentRecord ended = CampaignSetting.coverage("01001", "013", day("2025-05-20"));
    CampaignSetting.enroll(service, open, ended);
    service.tick("2025-06-01", false);
    assertThat(campaign().getStatus()).isEqualTo("LETTER_SENT");
    assertThat(CampaignSetting.spans(service)).isEmpty();
    EnrollmentRecord again = Records.coverage("new", day("2025-06-15"), null, day("2025-06-20"));
    service.driver.feed(Topics.ENROLLMENT, "m|P1|new", IntakeRecords.change(null, again));
    CampaignSetting.act(service, "2", "LETTER_SENT", "2025-06-20T12:00:00Z");
    assertThat(campaign().getSteps().getLast().getRefused()).isEqualTo("CAMPAIGN_LETTER_OUT");
    CampaignSetting.enroll(service, ended, open);
    assertThat(campaign().getStatus())
        .as("the end of coverage was taken back")
        .isEqualTo("PROXIMITY_ASSIGNED");
    assertThat(CampaignSetting.spans(service)).isEqualTo("2025-06-01..null " + T2);
  }

  @Test
  @DisplayName("who sees a practice outside the contract needs none: the letter is over")
  void practiceOutside() {
    letterSent();
    visit("v", T3);
    service.tick("2025-06-01", false);
    assertThat(campaign().getStatus()).isNull();
    assertThat(campaign().getLetterSent()).isNull();
    assertThat(campaign().getSteps()).hasSize(1);
    assertThat(CampaignSetting.spans(service)).isEmpty();
  }

  @Test
  @DisplayName("claims name another practice first; what the campaign did is still told")
  void toldBesideClaims() {
    letterSent();
    service.tick("2025-06-01", false).tick("2025-07-02", false);
    assertThat(campaign().getStatus()).isEqualTo("STANDS");
    visit("v", T1, "2025-07-03");
    service.tick("2025-08-01", false);
    assertThat(CampaignSetting.spans(service))
        .isEqualTo("2025-06-01..2025-07-01 " + T2 + ", 2025-07-01..null " + T1);
    assertThat(campaign().getStatus()).isEqualTo("STANDS");
    assertThat(campaign().getSite()).isEqualTo("b");
  }

  @Test
  @DisplayName("a practice that takes no part any more ends the alignment: a letter is due again")
  void practiceLeaves() {
    letterSent();
    service.tick("2025-06-01", false).tick("2025-07-02", false);
    assertThat(CampaignSetting.spans(service)).isEqualTo("2025-06-01..null " + T2);
    CampaignSetting.terms(service, false, "LAST_DAY", day("2025-08-15"));
    service.tick("2025-08-31", false);
    assertThat(CampaignSetting.spans(service)).isEqualTo("2025-06-01..2025-08-01 " + T2);
    assertThat(campaign().getStatus()).isEqualTo("STANDS");
    service.tick("2025-09-01", false);
    assertThat(campaign().getStatus()).isEqualTo("LETTER_DUE");
    assertThat(campaign().getSite()).isNull();
  }

  @Test
  @DisplayName("sites that declined stay out of a new letter's search and are told")
  void declinedSites() {
    letterSent();
    service.tick("2025-06-01", false);
    CampaignSetting.act(service, "p", "PROVIDER_DECLINED", "2025-06-10T12:00:00Z");
    assertThat(campaign().getSite()).isNull();
    visit("v", T3, "2025-07-03");
    service.tick("2025-07-01", false);
    assertThat(campaign().getStatus()).isNull();
    assertThat(campaign().getDeclinedSites()).containsExactly("b");
    service.tick("2026-07-01", false);
    assertThat(campaign().getStatus()).isEqualTo("LETTER_DUE");
    CampaignSetting.act(service, "n", "LETTER_SENT", "2026-07-01T12:00:00Z");
    service.tick("2026-09-01", false);
    assertThat(campaign().getSite()).isEqualTo("a");
  }

  private void visit(String claim, String tin) {
    visit(claim, tin, "2025-04-03");
  }

  private void visit(String claim, String tin, String on) {
    service.driver.feed(
        Topics.CLAIM,
        "m|P1|" + claim,
        IntakeRecords.change(
            null,
            Records.visit(
                claim,
                ClaimStatus.PAID,
                day(on),
                tin,
                N3,
                "99213",
                "90.00",
                day(on).plusDays(20))));
  }
}
