package io.corridor.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.id.MemberId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alignment campaign in SQL: domain.md 1.6 and its place in 1.5. */
class OracleCampaignTest {
  private static final String TOPIC = "portal.campaign.v1";
  private static final String CAMPAIGN = "attribution.campaign.v1";

  /** Springfield and Amherst are 22.529 miles apart; the third zip has no centroid. */
  private static final String SITES =
      """
      campaign:
            specialistsFirst: true
            sites:
              - { site: S1, tin: T1, zip: "01001", county: "013", capacity: 100, panel: 84, from: 2025-01-01 }
              - { site: S2, tin: T2, npi: N2, zip: "01002", county: "015", from: 2025-01-01, lastDay: 2025-11-30 }
              - { site: S3, tin: T1, zip: "01001", county: "013", capacity: 4, panel: 4, from: 2025-01-01 }
              - { site: S4, tin: T9, zip: "01001", county: "013", from: 2025-01-01 }
              - { site: S5, tin: T1, zip: "01001", county: "013", capacity: 50, panel: 43, from: 2025-01-01 }
            centroids:
              - { zip: "01001", latitude: 42.062368, longitude: -72.625754 }
              - { zip: "01002", latitude: 42.364061, longitude: -72.458739 }
      """;

  @TempDir Path directory;

  private OracleFixture fixture() {
    return new OracleFixture(directory)
        .terms("methods", "[PLURALITY_VISITS, PROXIMITY]")
        .terms("anchor", "FIRST_DAY")
        .terms("attribution", SITES);
  }

  private static OracleFixture living(OracleFixture to, String member, String zip, String county) {
    return living(to, member, zip, county, "2025-01-01");
  }

  private static OracleFixture living(
      OracleFixture to, String member, String zip, String county, String from) {
    return to.line(
        "enrollment",
        """
        {"payer":"P","recordId":"%s","version":1,"status":"ACTIVE","member":"%s","receivedAt":"2000-01-01T00:00:00Z",
         "kind":"COVERAGE","coverage":{"lineOfBusiness":"COMMERCIAL","from":"%s","partA":true,"partB":true,"managedCare":false,
         "dual":false,"esrd":false,"disabled":false,"waiver":false,"optedOut":false,"zip":"%s","county":"%s"}}\
        """
            .formatted(member, member, from, zip, county));
  }

  private static OracleFixture act(OracleFixture to, String member, String action, String day) {
    return to.acted(TOPIC, member, "C", "ann", day + "T15:00:00Z", "\"action\":\"" + action + "\"");
  }

  private static String key(String member) {
    return MemberId.surrogate(OracleFixture.SECRET, "P", member).value() + "|C";
  }

  private static List<String> state(OracleFixture fixture, String date, String fields)
      throws IOException, SQLException {
    try (Oracle oracle = fixture.derive(date, "38_campaign")) {
      return oracle.database().rows("SELECT " + fields + " FROM expect_campaign").getFirst();
    }
  }

  @Test
  @DisplayName(
      "1.6: letter due, sent, and after 60 days the nearest site with room, for good after 30")
  void states() throws IOException, SQLException {
    OracleFixture fixture = living(fixture(), "M1", "01001", "013");
    String fields = "status, \"answerDue\", site, miles, measure, \"declineDue\"";
    assertThat(state(fixture, "2025-02-01", fields))
        .containsExactly("LETTER_DUE", "", "", "", "", "");
    act(fixture, "M1", "LETTER_SENT", "2025-02-03");
    assertThat(state(fixture, "2025-04-30", fields))
        .containsExactly("LETTER_SENT", "2025-04-04", "", "", "", "");
    // S3 is full, S4 is no participant's; of S1 (84 of 100) and S5 (43 of 50) the emptier one.
    assertThat(state(fixture, "2025-05-01", fields))
        .containsExactly(
            "PROXIMITY_ASSIGNED", "2025-04-04", "S1", "0.000000", "SAME_ZIP", "2025-05-31");
    assertThat(state(fixture, "2025-06-01", "status")).containsExactly("STANDS");
  }

  @Test
  @DisplayName("1.6: an answer on the last day ends the letter, one day later it is refused")
  void answers() throws IOException, SQLException {
    OracleFixture fixture = living(fixture(), "M1", "01001", "013");
    act(fixture, "M1", "LETTER_SENT", "2025-02-03");
    act(fixture, "M1", "LETTER_SENT", "2025-02-10");
    act(fixture, "M1", "ANSWERED", "2025-04-05");
    act(fixture, "M1", "ANSWERED", "2025-04-04");
    try (Oracle oracle = fixture.derive("2025-06-01", "38_campaign")) {
      assertThat(oracle.database().rows("SELECT status FROM expect_campaign"))
          .containsExactly(List.of("RESPONDED"));
      assertThat(
              oracle
                  .database()
                  .rows(
                      "SELECT \"actionId\", \"refused?\" FROM expect_campaign_steps ORDER BY item"))
          .containsExactly(
              List.of("0", "false"),
              List.of("1", "true"),
              List.of("3", "false"),
              List.of("2", "true"));
      assertThat(oracle.database().count("SELECT count(*) FROM attributed")).isZero();
    }
  }

  @Test
  @DisplayName(
      "1.6: haversine by centroids; a site that declined is not offered again; a missing centroid takes the county")
  void distance() throws IOException, SQLException {
    OracleFixture fixture = living(fixture(), "M1", "01002", "015");
    act(fixture, "M1", "LETTER_SENT", "2025-02-03");
    assertThat(state(fixture, "2025-05-01", "site, npi, miles"))
        .containsExactly("S2", "N2", "0.000000");
    act(fixture, "M1", "PROVIDER_DECLINED", "2025-05-31");
    assertThat(state(fixture, "2025-05-31", "status, site, \"assignedOn\", \"declinedOn\""))
        .as("until the next search nothing is assigned")
        .containsExactly("PROVIDER_DECLINED", "", "", "2025-05-31");
    assertThat(state(fixture, "2025-06-01", "site, miles, measure, \"declinedSites\""))
        .containsExactly("S1", "22.529000", "MILES", "[\"S2\"]");
    OracleFixture elsewhere = living(fixture(), "M1", "05000", "015");
    act(elsewhere, "M1", "LETTER_SENT", "2025-02-03");
    assertThat(state(elsewhere, "2025-05-01", "site, miles, measure"))
        .containsExactly("S2", "", "SAME_COUNTY");
    assertThat(
            state(
                living(act(fixture(), "M1", "LETTER_SENT", "2025-02-03"), "M1", "05000", "099"),
                "2025-05-01",
                "status"))
        .containsExactly("NOBODY_NEAR");
  }

  @Test
  @DisplayName("1.6: practices of a specialist whom the member uses come before nearer ones")
  void specialists() throws IOException, SQLException {
    OracleFixture fixture = living(fixture(), "M1", "01001", "013");
    act(fixture, "M1", "LETTER_SENT", "2025-02-03");
    fixture.visit(
        "a", 1, "PAID", "M1", "2025-03-10", "T2", "N6", "06", "99213", "90.00", "2025-04-01");
    assertThat(state(fixture, "2025-05-01", "site, \"bySpecialist\""))
        .containsExactly("S2", "true");
  }

  @Test
  @DisplayName("1.5: the alignment comes last, months before a decline keep it, and visits beat it")
  void months() throws IOException, SQLException {
    OracleFixture fixture = living(fixture(), "M1", "01001", "013");
    act(fixture, "M1", "LETTER_SENT", "2025-02-03");
    act(fixture, "M1", "MEMBER_DECLINED", "2025-05-20");
    living(fixture, "M2", "01001", "013");
    act(fixture, "M2", "LETTER_SENT", "2025-02-03");
    fixture.visit(
        "a", 1, "PAID", "M2", "2025-06-10", "T2", "N3", "11", "99213", "90.00", "2025-07-01");
    try (Oracle oracle = fixture.derive("2025-07-01", "38_campaign")) {
      assertThat(
              oracle
                  .database()
                  .rows(
                      "SELECT key, month, tin, method, basis FROM expect_explanation WHERE"
                          + " attributed"))
          .containsExactlyInAnyOrder(
              List.of(key("M1") + "|2025-05", "2025-05", "T1", "PROXIMITY", "CAMPAIGN"),
              List.of(key("M2") + "|2025-05", "2025-05", "T1", "PROXIMITY", "CAMPAIGN"),
              List.of(key("M2") + "|2025-06", "2025-06", "T2", "PLURALITY_VISITS", "CLAIMS"),
              List.of(key("M2") + "|2025-07", "2025-07", "T2", "PLURALITY_VISITS", "CLAIMS"));
      assertThat(oracle.database().rows("SELECT status FROM expect_campaign ORDER BY status DESC"))
          .as("an alignment is told although visits beat it")
          .containsExactlyInAnyOrder(List.of("MEMBER_DECLINED"), List.of("STANDS"));
    }
  }

  @Test
  @DisplayName(
      "1.6: a practice found by a method ends the letter, though it be outside the contract; a closed gate waits")
  void found() throws IOException, SQLException {
    OracleFixture fixture = living(fixture(), "M1", "01001", "013");
    act(fixture, "M1", "LETTER_SENT", "2025-02-03");
    fixture.visit(
        "a", 1, "PAID", "M1", "2025-04-10", "T9", "N9", "11", "99213", "90.00", "2025-04-20");
    assertThat(state(fixture, "2025-04-30", "status")).containsExactly("LETTER_SENT");
    assertThat(state(fixture, "2025-05-01", "status, \"letterSent\", \"declinedSites\""))
        .containsExactly("", "", "[]");
    OracleFixture lapsed = fixture();
    lapsed.enrolled("M2", "2025-01-01", "2025-04-20");
    living(lapsed, "M2", "01001", "013", "2025-06-15");
    act(lapsed, "M2", "LETTER_SENT", "2025-02-03");
    assertThat(state(lapsed, "2025-06-30", "status")).containsExactly("LETTER_SENT");
    assertThat(state(lapsed, "2025-07-01", "status, \"assignedOn\""))
        .containsExactly("PROXIMITY_ASSIGNED", "2025-07-01");
  }

  @Test
  @DisplayName("1.6: on the first on which its practice takes no part any more an alignment ends")
  void practiceLeaves() throws IOException, SQLException {
    OracleFixture fixture =
        living(fixture(), "M1", "01001", "013")
            .terms(
                "participants",
                "[{ tin: T1, from: 2020-01-01, lastDay: 2025-06-10 }, { tin: T2, from: 2020-01-01 }]");
    act(fixture, "M1", "LETTER_SENT", "2025-02-03");
    assertThat(state(fixture, "2025-06-30", "status, tin")).containsExactly("STANDS", "T1");
    assertThat(state(fixture, "2025-07-01", "status, tin")).containsExactly("LETTER_DUE", "");
    fixture.terms("anchor", "LAST_DAY");
    try (Oracle oracle = fixture.derive("2025-07-01", "38_campaign")) {
      assertThat(
              oracle
                  .database()
                  .rows(
                      "SELECT month, attributed, coalesce(reason, ''), coalesce(method, '') FROM"
                          + " expect_explanation WHERE month >= '2025-05' ORDER BY month"))
          .as("on the anchor day of June it counts for nobody")
          .containsExactly(
              List.of("2025-05", "true", "", "PROXIMITY"),
              List.of("2025-06", "false", "NO_HISTORY", ""),
              List.of("2025-07", "false", "NO_HISTORY", ""));
    }
  }

  @Test
  @DisplayName("1.6: the member's selection answers from the end of the day on which it begins")
  void selection() throws IOException, SQLException {
    OracleFixture fixture = living(fixture(), "M1", "01001", "013");
    fixture.line(
        "enrollment",
        """
        {"payer":"P","recordId":"S","version":1,"status":"ACTIVE","member":"M1","receivedAt":"2000-01-01T00:00:00Z",
         "kind":"PCP_SELECTION","selection":{"npi":"N1","chosenBy":"MEMBER","from":"2025-03-03"}}\
        """);
    act(fixture, "M1", "LETTER_SENT", "2025-02-03");
    assertThat(state(fixture, "2025-03-02", "status")).containsExactly("LETTER_SENT");
    assertThat(state(fixture, "2025-03-03", "status")).containsExactly("RESPONDED");
    assertThat(state(fixture, "2025-06-01", "status, \"answerDue\""))
        .containsExactly("RESPONDED", "2025-04-04");
  }

  @Test
  @DisplayName("verify finds an altered distance, day and refusal, and a method that is not G")
  void altered() throws IOException, SQLException {
    OracleFixture fixture = living(fixture(), "M1", "01002", "015");
    act(fixture, "M1", "LETTER_SENT", "2025-02-03");
    act(fixture, "M1", "PROVIDER_DECLINED", "2025-05-31");
    Path results = directory.resolve("results");
    try (Oracle oracle = fixture.derive("2025-06-01", Optional.empty())) {
      ExpectedResults.write(oracle, results, "2025-06-01");
    }
    fixture.people(results);
    VerifyRun run =
        new VerifyRun(fixture.feed(), fixture.contract(), results, OracleFixture.SECRET)
            .withoutForecast();
    assertThat(run.run().listed()).isEmpty();
    alter(results, CAMPAIGN, "22.529000", "22.530000");
    alter(results, CAMPAIGN, "\"declinedOn\":\"2025-05-31\"", "\"declinedOn\":\"2025-05-30\"");
    alter(results, CAMPAIGN, "\"refused\":null", "\"refused\":\"CODE\"");
    alter(results, "attribution.explanation.v1", "\"PROXIMITY\"", "\"PLURALITY_VISITS\"");
    assertThat(run.run().listed())
        .extracting(Difference::field)
        .containsExactlyInAnyOrder("miles", "declinedOn", "steps[1].refused?", "method");
  }

  private static void alter(Path results, String topic, String from, String to) throws IOException {
    Path file = results.resolve(topic + ".ndjson");
    String text = Files.readString(file);
    int place = text.indexOf(from);
    assertThat(place).as(from).isNotNegative();
    Files.writeString(file, text.substring(0, place) + to + text.substring(place + from.length()));
  }
}
