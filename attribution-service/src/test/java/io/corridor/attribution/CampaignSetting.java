package io.corridor.attribution;

import static io.corridor.attribution.Records.T1;
import static io.corridor.attribution.Records.T2;
import static io.corridor.attribution.Records.day;

import io.corridor.common.fixture.IntakeRecords;
import io.corridor.schemas.Assignment;
import io.corridor.schemas.AttributionTerms;
import io.corridor.schemas.Campaign;
import io.corridor.schemas.CampaignAction;
import io.corridor.schemas.CampaignSite;
import io.corridor.schemas.CampaignTerms;
import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.Coverage;
import io.corridor.schemas.EnrollmentRecord;
import io.corridor.schemas.Participant;
import io.corridor.schemas.ZipCentroid;
import io.corridor.schemas.topic.AttributionTopics;
import io.corridor.schemas.topic.Topics;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The setting of the campaign's tests: terms with three sites, a home, actions, and what is told.
 */
final class CampaignSetting {

  private CampaignSetting() {}

  private static CampaignSite site(String site, String tin, String zip, String county) {
    return CampaignSite.newBuilder()
        .setSite(site)
        .setTin(tin)
        .setZip(zip)
        .setCounty(county)
        .setFrom(day("2020-01-01"))
        .build();
  }

  private static ZipCentroid centroid(String zip, String latitude, String longitude) {
    return new ZipCentroid(
        zip, new BigDecimal(latitude).setScale(6), new BigDecimal(longitude).setScale(6));
  }

  /** Site b is some 10 miles away, site a some 20, site c in the same county without centroid. */
  static void terms(Service service, boolean specialistsFirst) {
    terms(service, specialistsFirst, "LAST_DAY");
  }

  static void terms(Service service, boolean specialistsFirst, String anchor) {
    terms(service, specialistsFirst, anchor, null);
  }

  /** Terms under which practice T2, that of the nearest site, takes part through a day. */
  static void terms(
      Service service, boolean specialistsFirst, String anchor, @Nullable LocalDate lastDay) {
    ContractTerms terms = Records.terms(2, "2020-01-01", List.of("PLURALITY_VISITS", "PROXIMITY"));
    CampaignTerms campaign =
        CampaignTerms.newBuilder()
            .setSpecialistsFirst(specialistsFirst)
            .setSites(
                List.of(
                    site("a", T1, "01003", "013"),
                    site("b", T2, "01002", "013"),
                    site("c", T1, "01009", "013")))
            .setCentroids(
                List.of(
                    centroid("01001", "42.0", "-72.5"),
                    centroid("01002", "42.15", "-72.5"),
                    centroid("01003", "42.3", "-72.5")))
            .build();
    service.driver.feed(
        Topics.TERMS,
        "C1|2",
        ContractTerms.newBuilder(terms)
            .setParticipants(
                List.of(
                    new Participant(T1, null, day("2020-01-01"), null),
                    new Participant(T2, null, day("2020-01-01"), lastDay)))
            .setAttribution(
                AttributionTerms.newBuilder(terms.getAttribution())
                    .setAnchor(anchor)
                    .setCampaign(campaign)
                    .build())
            .build());
  }

  static void enroll(Service service, String zip, String county) {
    enroll(service, null, coverage(zip, county, null));
  }

  static void enroll(
      Service service, @Nullable EnrollmentRecord before, @Nullable EnrollmentRecord after) {
    service.driver.feed(Topics.ENROLLMENT, "m|P1|cov", IntakeRecords.change(before, after));
  }

  static EnrollmentRecord coverage(String zip, String county, @Nullable LocalDate lastDay) {
    EnrollmentRecord record =
        Records.coverage("cov", day("2025-01-01"), lastDay, day("2025-01-01"));
    return EnrollmentRecord.newBuilder(record)
        .setCoverage(
            Coverage.newBuilder(record.getCoverage()).setZip(zip).setCounty(county).build())
        .build();
  }

  static void act(Service service, String id, String what, String at) {
    service.driver.feed(
        AttributionTopics.CAMPAIGN_ACTION,
        "m|C1",
        CampaignAction.newBuilder()
            .setActionId(id)
            .setPayer("P1")
            .setMember("m")
            .setContract("C1")
            .setAction(what)
            .setUser("mailer")
            .setAt(Instant.parse(at))
            .build());
  }

  static Campaign campaign(Service service) {
    return (Campaign)
        Objects.requireNonNull(service.driver.current(AttributionTopics.CAMPAIGN).get("m|C1"));
  }

  static String spans(Service service) {
    Assignment held = (Assignment) service.driver.current(Topics.ASSIGNMENT).get("m|C1");
    return held == null
        ? ""
        : String.join(
            ", ",
            held.getSpans().stream()
                .map(span -> span.getFrom() + ".." + span.getUntil() + " " + span.getTin())
                .toList());
  }
}
