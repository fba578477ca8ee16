package io.corridor.common.terms;

import io.corridor.common.care.AttributionOptions;
import io.corridor.common.care.RosterTerms;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.time.DateSpan;
import io.corridor.schemas.AttributionTerms;
import io.corridor.schemas.CampaignSite;
import io.corridor.schemas.CampaignTerms;
import io.corridor.schemas.DisputeTerms;
import io.corridor.schemas.ListChoiceTerms;
import io.corridor.schemas.ListElection;
import io.corridor.schemas.ZipCentroid;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Terms of the roster into the record that rules read, with the defaults of domain.md 1.6, 1.8. */
final class RosterTermsMapper {

  private static final int WAIT_DAYS = 60;
  private static final int DECLINE_DAYS = 30;
  private static final BigDecimal MAX_MILES = new BigDecimal(30);

  private RosterTermsMapper() {}

  static RosterTerms roster(AttributionTerms terms) {
    return new RosterTerms(
        clock(terms.getDisputes()),
        choice(terms.getListChoice()),
        "FOLLOW_CLINICIAN".equals(terms.getCreditPolicy()),
        campaign(terms.getCampaign()));
  }

  private static RosterTerms.DisputeClock clock(@Nullable DisputeTerms terms) {
    RosterTerms.DisputeClock usual = RosterTerms.NONE.disputes();
    return terms == null
        ? usual
        : new RosterTerms.DisputeClock(
            or(terms.getReviewDays(), usual.reviewDays()),
            or(terms.getDecisionDays(), usual.decisionDays()));
  }

  private static RosterTerms.@Nullable ListChoice choice(@Nullable ListChoiceTerms terms) {
    return terms == null
        ? null
        : new RosterTerms.ListChoice(
            terms.getDeadlineDays(),
            terms.getElections().stream()
                .collect(
                    Collectors.toUnmodifiableMap(
                        ListElection::getYear,
                        stated -> AttributionOptions.ListKind.valueOf(stated.getList()))));
  }

  private static RosterTerms.@Nullable Campaign campaign(@Nullable CampaignTerms terms) {
    if (terms == null) {
      return null;
    }
    Boolean first = terms.getSpecialistsFirst();
    BigDecimal miles = terms.getMaxMiles();
    return new RosterTerms.Campaign(
        or(terms.getWaitDays(), WAIT_DAYS),
        or(terms.getDeclineDays(), DECLINE_DAYS),
        miles == null ? MAX_MILES : miles,
        Boolean.TRUE.equals(first),
        terms.getSites().stream().map(RosterTermsMapper::site).toList(),
        terms.getCentroids().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    ZipCentroid::getZip,
                    zip -> new RosterTerms.Centroid(zip.getLatitude(), zip.getLongitude()))));
  }

  private static RosterTerms.Site site(CampaignSite site) {
    String npi = site.getNpi();
    return new RosterTerms.Site(
        site.getSite(),
        new Tin(site.getTin()),
        npi == null ? null : new Npi(npi),
        site.getZip(),
        site.getCounty(),
        site.getCapacity(),
        or(site.getPanel(), 0),
        new DateSpan(site.getFrom(), site.getUntil()));
  }

  private static int or(@Nullable Integer stated, int usual) {
    return stated == null ? usual : stated;
  }
}
