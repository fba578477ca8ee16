package io.corridor.quality.measure;

import io.corridor.common.care.Claim;
import io.corridor.common.care.ClaimLine;
import io.corridor.common.care.Coverage;
import io.corridor.common.care.Enrollment;
import io.corridor.common.care.Person;
import io.corridor.common.facts.Fact;
import io.corridor.quality.measure.EvidenceCodes.CodeKind;
import io.corridor.quality.measure.EvidenceCodes.Meaning;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What one record alone says about quality (DESIGN 2.2). Codes of ICD-9 and ICD-10 cannot be taken
 * for each other as they are listed here, so both are looked up.
 */
public final class QualityFacts {

  private final EvidenceCodes codes = EvidenceCodes.load();

  /** Facts of a claim version that is a final action; none for most claims. */
  public List<Fact> of(Claim claim) {
    if (claim.type() == Claim.Type.PHARMACY) {
      return List.of();
    }
    return switch (claim.status()) {
      case PAID -> paid(claim);
      case REVERSED -> reversed(claim);
      case DENIED, PENDED -> List.of();
    };
  }

  private List<Fact> paid(Claim claim) {
    Set<String> rows = new LinkedHashSet<>();
    for (ClaimLine line : claim.lines()) {
      if (!line.denied()) {
        line(claim, line, rows);
      }
    }
    header(claim, rows);
    return rows.stream().map(Fact::of).toList();
  }

  private void line(Claim claim, ClaimLine line, Set<String> rows) {
    String code = line.hcpcs();
    if (code != null) {
      for (Meaning meaning : codes.meanings(CodeKind.HCPCS, code, line.from())) {
        String detail =
            meaning.detail().equals(BreastCancerScreening.BY_MODIFIER)
                ? BreastCancerScreening.side(line.modifiers())
                : meaning.detail();
        add(rows, meaning, detail, code, line.from(), line.through());
      }
    }
    line.diagnoses().forEach(diagnosis -> diagnosis(diagnosis, claim, line.from(), rows));
    if (EmergencyVisits.isEmergency(line) && !EmergencyVisits.isStay(claim)) {
      rows.add(QualityRows.of(QualityRows.EMERGENCY, line.from(), EmergencyVisits.facility(claim)));
    }
  }

  private void header(Claim claim, Set<String> rows) {
    Set<String> diagnoses = new LinkedHashSet<>(claim.diagnoses());
    if (claim.principalDiagnosis() != null) {
      diagnoses.add(claim.principalDiagnosis());
    }
    diagnoses.forEach(diagnosis -> diagnosis(diagnosis, claim, claim.from(), rows));
    for (String procedure : claim.procedures()) {
      any(CodeKind.ICD10PX, procedure, claim.from(), claim.from(), rows);
      any(CodeKind.ICD9PX, procedure, claim.from(), claim.from(), rows);
    }
    if (claim.typeOfBill() != null) {
      any(CodeKind.BILL, claim.typeOfBill(), claim.from(), claim.through(), rows);
    }
    if (EmergencyVisits.isStay(claim)) {
      rows.add(
          QualityRows.of(
              QualityRows.STAY, EmergencyVisits.admission(claim), EmergencyVisits.facility(claim)));
    }
  }

  private void diagnosis(String code, Claim claim, LocalDate from, Set<String> rows) {
    any(CodeKind.ICD10DX, code, from, claim.through(), rows);
    any(CodeKind.ICD9DX, code, from, claim.through(), rows);
  }

  private void any(
      CodeKind kind, String code, LocalDate from, LocalDate through, Set<String> rows) {
    for (Meaning meaning : codes.meanings(kind, code, from)) {
      add(rows, meaning, meaning.detail(), code, from, through);
    }
  }

  /** An exclusion that must lie in the period is known on its first and on its last day. */
  private static void add(
      Set<String> rows,
      Meaning meaning,
      String detail,
      String code,
      LocalDate from,
      LocalDate through) {
    if (meaning.numerator()) {
      rows.add(QualityRows.of(QualityRows.NUMERATOR, meaning.measure(), from, code));
      return;
    }
    if (detail.isEmpty()) {
      return;
    }
    rows.add(QualityRows.of(QualityRows.EXCLUSION, meaning.measure(), detail, from));
    if (meaning.measure().equals(EvidenceCodes.ALL) && !through.equals(from)) {
      rows.add(QualityRows.of(QualityRows.EXCLUSION, meaning.measure(), detail, through));
    }
  }

  /** A claim that was taken back reopens what it closed (domain.md 3.2). */
  private List<Fact> reversed(Claim claim) {
    List<Fact> facts = new ArrayList<>();
    for (ClaimLine line : claim.lines()) {
      String code = line.hcpcs();
      if (code == null || line.denied()) {
        continue;
      }
      for (Meaning meaning : codes.meanings(CodeKind.HCPCS, code, line.from())) {
        if (meaning.numerator()) {
          facts.add(
              Fact.of(
                  QualityRows.of(QualityRows.TAKEN_BACK, meaning.measure(), line.from(), code)));
        }
      }
    }
    return facts;
  }

  /** Facts of an enrollment record in force. A selection says nothing here. */
  public List<Fact> of(Enrollment enrollment) {
    return switch (enrollment.content()) {
      case Enrollment.Covered covered -> List.of(cover(enrollment.payer(), covered.coverage()));
      case Enrollment.Known known -> List.of(person(enrollment.payer(), known.person()));
      case Enrollment.Selected selected -> List.of();
      case Enrollment.Chose chose -> List.of();
    };
  }

  private static Fact cover(String payer, Coverage coverage) {
    return Fact.of(
        QualityRows.of(
            QualityRows.COVER,
            coverage.span().from(),
            QualityRows.until(coverage.span().until()),
            payer,
            coverage.lineOfBusiness()));
  }

  private static Fact person(String payer, Person person) {
    return Fact.of(
        QualityRows.of(
            QualityRows.PERSON,
            payer,
            person.birthDate(),
            person.female() ? "F" : "M",
            QualityRows.until(person.deathDate())));
  }
}
