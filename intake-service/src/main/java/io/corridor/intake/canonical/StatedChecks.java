package io.corridor.intake.canonical;

import io.corridor.schemas.Attestation;
import io.corridor.schemas.Premium;
import io.corridor.schemas.RecordStatus;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules of what somebody states for a contract: attestations and premiums. */
final class StatedChecks {

  private static final Set<String> LEVELS = Set.of("CONTRACT", "ACO", "TIN", "NPI");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");
  private static final int LONGEST_NAME = 128;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 9999;

  private StatedChecks() {}

  static void attestation(Attestation figure) {
    Checks.id("payer", figure.getPayer());
    Checks.id("contract", figure.getContract());
    Checks.word("level", figure.getLevel(), LEVELS);
    Checks.id("id", figure.getId());
    if (figure.getLevel().equals("TIN")) {
      Checks.tin("id", figure.getId());
    }
    if (figure.getLevel().equals("NPI")) {
      Checks.npi("id", figure.getId());
    }
    if (figure.getYear() < FIRST_YEAR || figure.getYear() > LAST_YEAR) {
      throw new Fault(RejectionCode.INTAKE_NUMBER, "year", "The year has not four digits");
    }
    if (figure.getName().length() > LONGEST_NAME || !NAME.matcher(figure.getName()).matches()) {
      throw new Fault(
          RejectionCode.INTAKE_CODE_FORMAT, "name", "The name is not made of letters and digits");
    }
    Checks.version(figure.getVersion());
    Checks.known("status", figure.getStatus(), RecordStatus.UNKNOWN);
  }

  static void premium(Premium premium) {
    Checks.id("payer", premium.getPayer());
    Checks.id("contract", premium.getContract());
    try {
      YearMonth.parse(premium.getMonth());
    } catch (DateTimeException none) {
      throw new Fault(RejectionCode.INTAKE_DATE, "month", "The month does not exist");
    }
    if (premium.getPremium().signum() < 0) {
      throw new Fault(RejectionCode.INTAKE_AMOUNT, "premium", "The premium is below 0");
    }
    if (premium.getTaxesAndFees().signum() < 0
        || premium.getTaxesAndFees().compareTo(premium.getPremium()) > 0) {
      throw new Fault(
          RejectionCode.INTAKE_AMOUNT,
          "taxesAndFees",
          "Taxes and fees do not lie between 0 and the premium");
    }
    Checks.version(premium.getVersion());
    Checks.known("status", premium.getStatus(), RecordStatus.UNKNOWN);
  }
}
