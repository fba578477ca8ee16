package io.corridor.intake.contract;

import io.corridor.schemas.ContractTerms;
import io.corridor.schemas.Participant;
import io.corridor.schemas.PerformanceYear;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rules on the parties, days and attribution of a contract; money stands in {@link MoneyChecks}.
 */
final class TermsChecks {

  private static final Pattern ID = Pattern.compile("[\\x21-\\x7b\\x7d\\x7e]{1,64}");
  static final Pattern TIN = Pattern.compile("\\d{9}");

  private final Findings findings;

  TermsChecks(Findings findings) {
    this.findings = findings;
  }

  void check(ContractTerms terms) {
    id("contract", terms.getContract());
    id("payer", terms.getPayer());
    id("aco", terms.getAco());
    atLeast("version", terms.getVersion(), 1);
    word("lineOfBusiness", terms.getLineOfBusiness(), "MEDICARE", "MEDICAID", "COMMERCIAL");
    word("memberMonths", terms.getMemberMonths(), "ANY_DAY", "MID_MONTH", "PRORATE");
    word("amountBasis", terms.getAmountBasis(), "ALLOWED", "PAID");
    word("contactDue", terms.getContactDue(), "CONTACT_48H", "TCM_2_BUSINESS_DAYS");
    oneOf("visitDays", terms.getVisitDays(), 7, 14);
    atLeast("minLives", terms.getMinLives(), 1);
    if (terms.getRejectedLimit() < 0) {
      findings.problem(ContractCode.CONTRACT_NUMBER, "rejectedLimit", "The limit is below 0.");
    }
    zone(terms.getZone());
    years(terms.getPerformanceYears());
    participants(terms.getParticipants());
    new AttributionChecks(findings, this).check(terms.getAttribution());
    new MoneyChecks(findings, this).check(terms);
    if (terms.getCost() != null) {
      new CostChecks(findings, this).check(terms, terms.getCost());
    }
  }

  private void years(List<PerformanceYear> years) {
    if (years.isEmpty()) {
      findings.problem(
          ContractCode.CONTRACT_MISSING_FIELD, "performanceYears", "Add at least one year.");
    }
    for (int i = 0; i < years.size(); i++) {
      PerformanceYear year = years.get(i);
      String field = "performanceYears[" + i + "]";
      order(field, year.getFrom(), year.getUntil());
      if (year.getFrom().getDayOfMonth() != 1 || year.getUntil().getDayOfMonth() != 1) {
        findings.problem(
            ContractCode.CONTRACT_YEARS, field, "A performance year consists of whole months.");
      }
      if (i > 0 && !years.get(i - 1).getUntil().equals(year.getFrom())) {
        findings.problem(
            ContractCode.CONTRACT_YEARS,
            field,
            "The year must begin on the day after the one before it ends: no gap, no overlap.");
      }
      if (i > 0 && years.get(i - 1).getYear() >= year.getYear()) {
        findings.problem(
            ContractCode.CONTRACT_YEARS, field + ".year", "Years must ascend, each once.");
      }
    }
  }

  private void participants(List<Participant> participants) {
    if (participants.isEmpty()) {
      findings.problem(
          ContractCode.CONTRACT_PARTICIPANT, "participants", "Add at least one practice.");
    }
    for (int i = 0; i < participants.size(); i++) {
      Participant participant = participants.get(i);
      String field = "participants[" + i + "]";
      if (!TIN.matcher(participant.getTin()).matches()) {
        findings.problem(
            ContractCode.CONTRACT_PARTICIPANT, field + ".tin", "A TIN has nine digits.");
      }
      order(field, participant.getFrom(), participant.getUntil());
    }
    overlaps(participants);
  }

  private void overlaps(List<Participant> participants) {
    java.util.Map<String, List<Participant>> byTin = new java.util.HashMap<>();
    for (int i = 0; i < participants.size(); i++) {
      Participant participant = participants.get(i);
      List<Participant> earlier =
          byTin.computeIfAbsent(participant.getTin(), tin -> new java.util.ArrayList<>());
      if (earlier.stream().anyMatch(other -> overlap(other, participant))) {
        findings.problem(
            ContractCode.CONTRACT_PARTICIPANT_TWICE,
            "participants[" + i + "]",
            "The practice is listed above for some of these days; keep one entry a day.");
      }
      earlier.add(participant);
    }
  }

  private static boolean overlap(Participant one, Participant other) {
    return before(one.getFrom(), other.getUntil()) && before(other.getFrom(), one.getUntil());
  }

  private static boolean before(LocalDate day, @Nullable LocalDate until) {
    return until == null || day.isBefore(until);
  }

  private void zone(String zone) {
    try {
      ZoneId.of(zone);
    } catch (DateTimeException none) {
      findings.problem(
          ContractCode.CONTRACT_WORD, "zone", "Use an IANA zone such as America/New_York.");
    }
  }

  void id(String field, String value) {
    if (!ID.matcher(value).matches()) {
      findings.problem(
          ContractCode.CONTRACT_ID,
          field,
          "Use 1 to 64 visible ASCII characters without blanks and without |.");
    }
  }

  void word(String field, String value, String... words) {
    if (!List.of(words).contains(value)) {
      findings.problem(
          ContractCode.CONTRACT_WORD, field, "Use one of " + String.join(", ", words) + ".");
    }
  }

  void words(String field, List<String> values, String... words) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < values.size(); i++) {
      word(field + "[" + i + "]", values.get(i), words);
      if (!seen.add(values.get(i))) {
        findings.problem(
            ContractCode.CONTRACT_WORD, field + "[" + i + "]", "The word stands twice.");
      }
    }
  }

  void oneOf(String field, int value, int first, int second) {
    if (value != first && value != second) {
      findings.problem(ContractCode.CONTRACT_NUMBER, field, "Use " + first + " or " + second + ".");
    }
  }

  void atLeast(String field, int value, int least) {
    if (value < least) {
      findings.problem(ContractCode.CONTRACT_NUMBER, field, "The number is below " + least + ".");
    }
  }

  void rate(String field, @Nullable BigDecimal value) {
    if (value != null && (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0)) {
      findings.problem(
          ContractCode.CONTRACT_RATE, field, "A share lies between 0 and 1 (0.5 is a half).");
    }
  }

  void order(String field, LocalDate from, @Nullable LocalDate until) {
    if (until != null && !from.isBefore(until)) {
      findings.problem(
          ContractCode.CONTRACT_DATE_ORDER,
          field + ".lastDay",
          "The last day is before the first; last days are inclusive.");
    }
  }
}
