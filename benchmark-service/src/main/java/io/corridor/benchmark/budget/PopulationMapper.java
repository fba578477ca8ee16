package io.corridor.benchmark.budget;

import io.corridor.benchmark.membership.Standing;
import io.corridor.benchmark.membership.Traits;
import io.corridor.benchmark.risk.MonthRisk;
import io.corridor.benchmark.risk.RecaptureGap;
import io.corridor.benchmark.spend.Unbilled;
import io.corridor.common.id.Npi;
import io.corridor.common.money.Rate;
import io.corridor.schemas.BudgetRisk;
import io.corridor.schemas.Coverage;
import io.corridor.schemas.EnrollmentRecord;
import io.corridor.schemas.MemberRisk;
import io.corridor.schemas.Person;
import io.corridor.schemas.PersonYears;
import io.corridor.schemas.RiskRecapture;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Enrollment traits out of Avro; enrollment types and risk to Avro. */
final class PopulationMapper {

  private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

  private PopulationMapper() {}

  /** What a record says of the member beside days. */
  static Traits traits(EnrollmentRecord record) {
    Set<String> values = new TreeSet<>();
    Coverage coverage = record.getCoverage();
    if (coverage != null) {
      flag(values, Traits.DUAL, coverage.getDual());
      flag(values, Traits.ESRD, coverage.getEsrd());
      flag(values, Traits.DISABLED, coverage.getDisabled());
      flag(values, Traits.INSTITUTION, Boolean.TRUE.equals(coverage.getLongTermInstitution()));
      value(values, Traits.ORIGINAL_REASON, coverage.getOriginalReason());
      value(values, Traits.MEDICAID, coverage.getMedicaidStatus());
      value(values, Traits.NEW_ENROLLEE, coverage.getNewEnrollee());
      coverage.getSocialNeeds().forEach(need -> value(values, Traits.SOCIAL_NEED, need));
    }
    Person person = record.getPerson();
    if (person != null) {
      value(values, Traits.LANGUAGE, person.getLanguage());
    }
    return Traits.of(values);
  }

  private static void flag(Set<String> values, String field, boolean holds) {
    if (holds) {
      values.add(field + "=true");
    }
  }

  /** What a row key cannot hold is left out of the text. */
  private static void value(Set<String> values, String field, @Nullable String value) {
    if (value != null) {
      values.add(field + "=" + value.replaceAll("[|;=\\s]", ""));
    }
  }

  static io.corridor.schemas.Unbilled unbilled(Unbilled unbilled) {
    return new io.corridor.schemas.Unbilled(
        unbilled.stays(),
        unbilled.expected().dollars(),
        unbilled.billedStays(),
        unbilled.billed().dollars(),
        unbilled.error().dollars());
  }

  static MemberRisk risk(MonthRisk risk) {
    return new MemberRisk(
        new Rate(risk.prospective().value()).sixDigitsHalfUp(),
        new Rate(risk.emerging().value()).sixDigitsHalfUp(),
        risk.reasons());
  }

  static @Nullable BudgetRisk risk(PopulationSums population) {
    return population
        .meanRisk()
        .map(mean ->
            new BudgetRisk(
                mean.memberMonths().sixDigitsHalfUp(),
                mean.prospective().sixDigitsHalfUp(),
                mean.emerging().sixDigitsHalfUp()))
        .orElse(null);
  }

  static List<PersonYears> personYears(PopulationSums population) {
    List<PersonYears> years = new ArrayList<>();
    population
        .byType()
        .forEach((type, sum) ->
            years.add(
                new PersonYears(
                    type.name(),
                    sum.memberMonths().sixDigitsHalfUp(),
                    Rate.ratio(sum.memberMonths().value(), MONTHS).sixDigitsHalfUp(),
                    sum.counted().dollars())));
    return years;
  }

  private static io.corridor.schemas.RecaptureGap gap(RecaptureGap gap) {
    return new io.corridor.schemas.RecaptureGap(
        gap.model().name(),
        gap.hcc().number(),
        gap.label(),
        List.copyOf(gap.lastCodes()),
        new Rate(gap.rawGain()).sixDigitsHalfUp());
  }

  static RiskRecapture recapture(
      String member,
      String contract,
      int year,
      Standing standing,
      MonthRisk now,
      List<RecaptureGap> gaps) {
    Npi npi = standing.npi();
    return RiskRecapture.newBuilder()
        .setMember(member)
        .setContract(contract)
        .setYear(year)
        .setTin(standing.tin().value())
        .setNpi(npi == null ? null : npi.value())
        .setProspective(new Rate(now.prospective().value()).sixDigitsHalfUp())
        .setEmerging(new Rate(now.emerging().value()).sixDigitsHalfUp())
        .setGaps(gaps.stream().map(PopulationMapper::gap).toList())
        .build();
  }
}
