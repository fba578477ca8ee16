package io.corridor.attribution;

import static io.corridor.attribution.Records.N3;
import static io.corridor.attribution.Records.T1;
import static io.corridor.attribution.Records.T2;
import static io.corridor.attribution.Records.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.fixture.IntakeRecords;
import io.corridor.schemas.Campaign;
import io.corridor.schemas.ClaimStatus;
import io.corridor.schemas.topic.AttributionTopics;
import io.corridor.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The alignment campaign from the letter to the practice that stands (domain.md 1.6). */
class CampaignTopologyTest {

  private final Service service = new Service(List.of("PLURALITY_VISITS", "PROXIMITY"));

  @AfterEach
  void close() {
    service.close();
  }

  private Campaign campaign() {
    return CampaignSetting.campaign(service);
  }

  private String spans() {
    return CampaignSetting.spans(service);
  }

  private void act(String id, String what, String at) {
    CampaignSetting.act(service, id, what, at);
  }

  private void enrolledAndLetterSent() {
    enrolledAndLetterSent("LAST_DAY");
  }

  private void enrolledAndLetterSent(String anchor) {
    CampaignSetting.terms(service, false, anchor);
    CampaignSetting.enroll(service, "01001", "013");
    service.tick("2025-03-01", false);
    assertThat(campaign().getStatus()).isEqualTo("LETTER_DUE");
    act("l", "LETTER_SENT", "2025-03-02T12:00:00Z");
  }

  @Test
  @DisplayName("no answer in 60 days: the nearest open site on the next first, and it stands")
  void stands() {
    enrolledAndLetterSent();
    assertThat(campaign().getStatus()).isEqualTo("LETTER_SENT");
    assertThat(campaign().getAnswerDue()).isEqualTo("2025-05-01");
    service.tick("2025-05-01", false);
    assertThat(spans()).isEmpty();
    service.tick("2025-06-01", false);
    assertThat(spans()).isEqualTo("2025-06-01..null " + T2);
    assertThat(campaign().getStatus()).isEqualTo("PROXIMITY_ASSIGNED");
    assertThat(campaign().getSite()).isEqualTo("b");
    assertThat(campaign().getMeasure()).isEqualTo("MILES");
    // 0.15 degrees of a meridian of 3958.7613 miles' radius.
    assertThat(campaign().getMiles()).isEqualByComparingTo("10.364");
    service.tick("2025-07-01", false);
    assertThat(campaign().getStatus()).isEqualTo("PROXIMITY_ASSIGNED");
    service.tick("2025-07-02", false);
    assertThat(campaign().getStatus()).isEqualTo("STANDS");
    act("x", "MEMBER_DECLINED", "2025-07-02T12:00:00Z");
    assertThat(campaign().getSteps().getLast().getRefused()).isEqualTo("CAMPAIGN_TOO_LATE");
    assertThat(spans()).isEqualTo("2025-06-01..null " + T2);
  }

  @Test
  @DisplayName("an answer in time ends it; visits make it needless and win")
  void answered() {
    enrolledAndLetterSent();
    act("a", "ANSWERED", "2025-05-01T12:00:00Z");
    service.tick("2025-07-01", false);
    assertThat(campaign().getStatus()).isEqualTo("RESPONDED");
    assertThat(spans()).isEmpty();
    service.driver.feed(
        Topics.CLAIM,
        "m|P1|a",
        IntakeRecords.change(
            null,
            Records.visit(
                "a",
                ClaimStatus.PAID,
                day("2025-04-03"),
                T1,
                N3,
                "99213",
                "90.00",
                day("2025-05-03"))));
    assertThat(spans()).isEqualTo("2025-04-01..null " + T1);
    act("b", "LETTER_SENT", "2025-06-10T12:00:00Z");
    assertThat(campaign().getSteps().getLast().getRefused()).isEqualTo("CAMPAIGN_NOT_NEEDED");
  }

  @ParameterizedTest(name = "anchor on {0}")
  @CsvSource({"FIRST_DAY, true", "LAST_DAY, false"})
  @DisplayName("a practice declines: the next one on the next first; the member declines: over")
  void declined(String anchor, boolean juneStands) {
    String june = juneStands ? "2025-06-01.." : "";
    enrolledAndLetterSent(anchor);
    service.tick("2025-06-01", false);
    assertThat(spans()).isEqualTo("2025-06-01..null " + T2);
    act("p", "PROVIDER_DECLINED", "2025-06-10T12:00:00Z");
    assertThat(campaign().getStatus()).isEqualTo("PROVIDER_DECLINED");
    assertThat(spans()).isEqualTo(juneStands ? june + "null " + T2 : "");
    service.tick("2025-07-01", false);
    assertThat(spans())
        .isEqualTo((juneStands ? june + "2025-07-01 " + T2 + ", " : "") + "2025-07-01..null " + T1);
    assertThat(campaign().getSite()).isEqualTo("a");
    assertThat(campaign().getDeclinedSites()).containsExactly("b");
    act("m", "MEMBER_DECLINED", "2025-07-01T12:00:00Z");
    assertThat(spans()).isEqualTo(juneStands ? june + "2025-07-01 " + T2 : "");
    service.tick("2025-08-01", false);
    assertThat(campaign().getStatus()).isEqualTo("MEMBER_DECLINED");
    assertThat(
            service.driver.log(Topics.ASSIGNMENT_CHANGED).stream()
                .map(value -> value.getBody().getMonth() + " " + value.getBody().getReason()))
        .contains("2025-06 CAMPAIGN_ALIGNED");
  }

  @Test
  @DisplayName("without a centroid the same county counts, told so; far from all nobody is near")
  void county() {
    CampaignSetting.terms(service, false);
    CampaignSetting.enroll(service, "99999", "013");
    service.tick("2025-03-01", false);
    act("l", "LETTER_SENT", "2025-03-02T12:00:00Z");
    service.tick("2025-06-01", false);
    assertThat(campaign().getMeasure()).isEqualTo("SAME_COUNTY");
    assertThat(campaign().getMiles()).isNull();
    assertThat(campaign().getSite()).isEqualTo("a");
  }

  @Test
  void nobodyNear() {
    CampaignSetting.terms(service, false);
    CampaignSetting.enroll(service, "99999", "999");
    service.tick("2025-03-01", false);
    act("l", "LETTER_SENT", "2025-03-02T12:00:00Z");
    service.tick("2025-06-01", false);
    assertThat(campaign().getStatus()).isEqualTo("NOBODY_NEAR");
    assertThat(spans()).isEmpty();
  }

  @Test
  @DisplayName(
      "a practice whose specialist the member uses comes first, where the contract says so")
  void bySpecialist() {
    CampaignSetting.terms(service, true);
    CampaignSetting.enroll(service, "01001", "013");
    service.driver.feed(
        Topics.CLAIM,
        "m|P1|s",
        IntakeRecords.change(
            null,
            Records.visit(
                "s",
                ClaimStatus.PAID,
                day("2025-02-03"),
                T1,
                N3,
                "06",
                "99214",
                "140.00",
                day("2025-02-20"))));
    service.tick("2025-03-01", false);
    act("l", "LETTER_SENT", "2025-03-02T12:00:00Z");
    service.tick("2025-06-01", false);
    assertThat(campaign().getBySpecialist()).isTrue();
    assertThat(campaign().getSite()).isEqualTo("a");
    assertThat(spans()).isEqualTo("2025-06-01..null " + T1);
  }

  @Test
  @DisplayName("refused steps keep their codes")
  void refused() {
    enrolledAndLetterSent();
    act("1", "LETTER_SENT", "2025-03-03T12:00:00Z");
    act("2", "MEMBER_DECLINED", "2025-03-04T12:00:00Z");
    act("3", "ANSWERED", "2025-05-02T12:00:00Z");
    act("4", "WAVE", "2025-05-03T12:00:00Z");
    act("0", "ANSWERED", "2025-03-01T12:00:00Z");
    act("1", "ANSWERED", "2025-05-04T12:00:00Z");
    act("1", "LETTER_SENT", "2025-03-03T12:00:00Z");
    assertThat(campaign().getSteps().stream().map(s -> s.getActionId() + " " + s.getRefused()))
        .containsExactly(
            "0 CAMPAIGN_NO_LETTER",
            "l null",
            "1 CAMPAIGN_LETTER_OUT",
            "2 CAMPAIGN_NOTHING_TO_DECLINE",
            "3 CAMPAIGN_TOO_LATE",
            "4 CAMPAIGN_INCOMPLETE",
            "1 CAMPAIGN_ACTION_ID_TAKEN");
  }

  @Test
  @DisplayName("L4: without coverage nobody is assigned and no letter is due")
  void retraction() {
    enrolledAndLetterSent();
    service.tick("2025-06-01", false);
    CampaignSetting.enroll(service, CampaignSetting.coverage("01001", "013", null), null);
    assertThat(service.current()).isEmpty();
    assertThat(service.driver.current(AttributionTopics.CAMPAIGN)).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  @DisplayName("L1: any order of actions, claims, coverage, terms and ticks ends alike")
  void orderFree(long seed) {
    for (String visit : List.of("2024-02-03", "2024-08-03")) {
      assertThat(run(0, visit)).isNotEmpty().isEqualTo(run(seed, visit));
    }
  }

  private static Map<String, SpecificRecord> run(long seed, String visit) {
    try (Service service = new Service(List.of("PLURALITY_VISITS", "PROXIMITY"))) {
      List<Runnable> steps = new ArrayList<>();
      steps.add(() -> CampaignSetting.terms(service, true));
      steps.add(() -> CampaignSetting.enroll(service, "01001", "013"));
      steps.add(() -> CampaignSetting.act(service, "l", "LETTER_SENT", "2025-03-02T12:00:00Z"));
      steps.add(() -> CampaignSetting.act(service, "l", "LETTER_SENT", "2025-03-02T12:00:00Z"));
      steps.add(
          () -> CampaignSetting.act(service, "p", "PROVIDER_DECLINED", "2025-06-10T12:00:00Z"));
      steps.add(() -> service.tick("2025-04-03", true));
      steps.add(() ->
          service.driver.feed(
              Topics.CLAIM,
              "m|P1|old",
              IntakeRecords.change(
                  null,
                  Records.visit(
                      "old",
                      ClaimStatus.PAID,
                      day(visit),
                      T1,
                      N3,
                      "99213",
                      "90.00",
                      day("2025-05-03")))));
      if (seed > 0) {
        Collections.shuffle(steps, new Random(seed));
      }
      steps.forEach(Runnable::run);
      service.tick("2026-02-01", true).tick("2026-02-01", true);
      Map<String, SpecificRecord> all = new TreeMap<>(service.current());
      service
          .driver
          .current(AttributionTopics.CAMPAIGN)
          .forEach((key, body) -> all.put("C " + key, body));
      return all;
    }
  }
}
