package io.corridor.intake.contract;

import io.corridor.schemas.AttributionTerms;
import io.corridor.schemas.CampaignSite;
import io.corridor.schemas.CampaignTerms;
import io.corridor.schemas.DisputeTerms;
import io.corridor.schemas.ListChoiceTerms;
import io.corridor.schemas.ListElection;
import io.corridor.schemas.ZipCentroid;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules on disputes, the choice of the list and the campaign (domain.md 1.3 H, 1.6, 1.8). */
final class RosterChecks {

  private static final Pattern ZIP = Pattern.compile("\\d{5}");
  private static final Pattern NPI = Pattern.compile("\\d{10}");
  private static final BigDecimal POLE = new BigDecimal(90);
  private static final BigDecimal MERIDIAN = new BigDecimal(180);
  private static final int LONGEST = 366;

  private final Findings findings;
  private final TermsChecks checks;

  RosterChecks(Findings findings, TermsChecks checks) {
    this.findings = findings;
    this.checks = checks;
  }

  void check(AttributionTerms terms) {
    String policy = terms.getCreditPolicy();
    if (policy != null) {
      checks.word("attribution.creditPolicy", policy, "BILLING_TIN", "FOLLOW_CLINICIAN");
      if (policy.equals("FOLLOW_CLINICIAN") && terms.getMethods().contains("MSSP")) {
        findings.problem(
            ContractCode.CONTRACT_WORD,
            "attribution.creditPolicy",
            "The program compares the practices that billed; leave the policy out.");
      }
    }
    disputes(terms.getDisputes());
    choice(terms, terms.getListChoice());
    campaign(terms, terms.getCampaign());
  }

  private void disputes(@Nullable DisputeTerms terms) {
    if (terms == null) {
      return;
    }
    String place = "attribution.disputes.";
    days(place + "reviewDays", terms.getReviewDays(), 1);
    days(place + "decisionDays", terms.getDecisionDays(), 1);
    Integer review = terms.getReviewDays();
    Integer decision = terms.getDecisionDays();
    if (review != null && decision != null && review > decision) {
      findings.problem(
          ContractCode.CONTRACT_NUMBER,
          place + "reviewDays",
          "The review begins before the decision: use at most decisionDays.");
    }
  }

  private void days(String field, @Nullable Integer days, int least) {
    if (days != null && (days < least || days > LONGEST)) {
      findings.problem(
          ContractCode.CONTRACT_NUMBER, field, "Use " + least + " to " + LONGEST + " days.");
    }
  }

  private void choice(AttributionTerms terms, @Nullable ListChoiceTerms choice) {
    if (choice == null) {
      return;
    }
    String place = "attribution.listChoice";
    days(place + ".deadlineDays", choice.getDeadlineDays(), 0);
    if (terms.getMethods().contains("HYBRID")) {
      findings.problem(
          ContractCode.CONTRACT_WORD, place, "The method HYBRID leaves no choice of the list.");
    }
    Set<Integer> years = new HashSet<>();
    List<ListElection> stated = choice.getElections();
    for (int i = 0; i < stated.size(); i++) {
      String field = place + ".elections[" + i + "]";
      checks.word(field + ".list", stated.get(i).getList(), "PROSPECTIVE", "RETROSPECTIVE");
      if (!years.add(stated.get(i).getYear())) {
        findings.problem(ContractCode.CONTRACT_YEARS, field + ".year", "The year stands twice.");
      }
    }
  }

  private void campaign(AttributionTerms terms, @Nullable CampaignTerms campaign) {
    if (campaign == null) {
      return;
    }
    String place = "attribution.campaign";
    days(place + ".waitDays", campaign.getWaitDays(), 1);
    days(place + ".declineDays", campaign.getDeclineDays(), 1);
    BigDecimal miles = campaign.getMaxMiles();
    if (miles != null && miles.signum() <= 0) {
      findings.problem(
          ContractCode.CONTRACT_NUMBER, place + ".maxMiles", "The distance is above 0.");
    }
    if (!terms.getMethods().contains("PROXIMITY")) {
      findings.problem(
          ContractCode.CONTRACT_WORD,
          place,
          "A campaign needs the method PROXIMITY, as the last of the methods.");
    }
    if (campaign.getSites().isEmpty()) {
      findings.problem(
          ContractCode.CONTRACT_MISSING_FIELD, place + ".sites", "Add at least one site.");
    }
    sites(place, campaign.getSites());
    centroids(place, campaign.getCentroids());
  }

  private void sites(String place, List<CampaignSite> sites) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < sites.size(); i++) {
      CampaignSite site = sites.get(i);
      String field = place + ".sites[" + i + "]";
      checks.id(field + ".site", site.getSite());
      if (!names.add(site.getSite())) {
        findings.problem(ContractCode.CONTRACT_WORD, field + ".site", "The site stands twice.");
      }
      if (!TermsChecks.TIN.matcher(site.getTin()).matches()) {
        findings.problem(
            ContractCode.CONTRACT_PARTICIPANT, field + ".tin", "A TIN has nine digits.");
      }
      String npi = site.getNpi();
      if (npi != null && !NPI.matcher(npi).matches()) {
        findings.problem(
            ContractCode.CONTRACT_PARTICIPANT, field + ".npi", "An NPI has ten digits.");
      }
      zip(field + ".zip", site.getZip());
      Integer capacity = site.getCapacity();
      if (capacity != null && capacity < 1) {
        findings.problem(
            ContractCode.CONTRACT_NUMBER, field + ".capacity", "Use at least one member.");
      }
      panel(field + ".panel", site.getPanel(), capacity);
      checks.order(field, site.getFrom(), site.getUntil());
    }
  }

  private void panel(String field, @Nullable Integer panel, @Nullable Integer capacity) {
    if (panel != null && panel < 0) {
      findings.problem(ContractCode.CONTRACT_NUMBER, field, "Use zero or more members.");
    }
    if (panel != null && capacity == null) {
      findings.problem(
          ContractCode.CONTRACT_MISSING_FIELD, field, "A panel needs the capacity of its site.");
    }
  }

  private void centroids(String place, List<ZipCentroid> centroids) {
    Set<String> zips = new HashSet<>();
    for (int i = 0; i < centroids.size(); i++) {
      ZipCentroid centroid = centroids.get(i);
      String field = place + ".centroids[" + i + "]";
      zip(field + ".zip", centroid.getZip());
      if (!zips.add(centroid.getZip())) {
        findings.problem(ContractCode.CONTRACT_WORD, field + ".zip", "The zip code stands twice.");
      }
      degrees(field + ".latitude", centroid.getLatitude(), POLE);
      degrees(field + ".longitude", centroid.getLongitude(), MERIDIAN);
    }
  }

  private void zip(String field, String zip) {
    if (!ZIP.matcher(zip).matches()) {
      findings.problem(ContractCode.CONTRACT_WORD, field, "A zip code has five digits.");
    }
  }

  private void degrees(String field, BigDecimal degrees, BigDecimal most) {
    if (degrees.abs().compareTo(most) > 0) {
      findings.problem(
          ContractCode.CONTRACT_NUMBER, field, "Use degrees from -" + most + " to " + most + ".");
    }
  }
}
