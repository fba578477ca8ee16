package io.corridor.intake.door;

import io.corridor.intake.ledger.CashGroup;
import io.corridor.intake.ledger.ServiceAmount;
import io.corridor.schemas.Claim;
import io.corridor.schemas.ClaimLine;
import io.corridor.schemas.ClaimStatus;
import io.corridor.schemas.ClaimType;
import io.corridor.schemas.PaymentKind;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a claim version costs by month of service, for the cash ledger. Stays (type of bill 11x,
 * 12x, 18x, 21x) cost in the month of admission, all else in the month of the line (domain.md 2.1);
 * a line not paid by itself costs its shadow price (decisions 23).
 */
final class ClaimAmounts {

  private record Cents(long paid, long allowed) {}

  private ClaimAmounts() {}

  static List<ServiceAmount> of(Claim claim) {
    if (claim.getStatus() != ClaimStatus.PAID) {
      return List.of();
    }
    YearMonth stay = stayMonth(claim);
    TreeMap<YearMonth, Cents> months = new TreeMap<>();
    for (ClaimLine line : claim.getLines()) {
      if (line.getDenied()) {
        continue;
      }
      Cents cents = price(line, claim.getPaymentKind() == PaymentKind.FEE_FOR_SERVICE);
      months.merge(
          stay == null ? YearMonth.from(line.getFrom()) : stay,
          cents,
          (a, b) ->
              new Cents(
                  Math.addExact(a.paid(), b.paid()), Math.addExact(a.allowed(), b.allowed())));
    }
    List<ServiceAmount> amounts = new ArrayList<>(months.size());
    CashGroup group = group(claim);
    months.forEach((month, cents) ->
        amounts.add(new ServiceAmount(month, group, cents.paid(), cents.allowed())));
    return amounts;
  }

  private static CashGroup group(Claim claim) {
    String bill = claim.getTypeOfBill();
    return switch (claim.getType()) {
      case PHARMACY -> CashGroup.PHARMACY;
      case INSTITUTIONAL ->
          bill != null && (bill.startsWith("11") || bill.startsWith("12"))
              ? CashGroup.INPATIENT
              : CashGroup.OTHER_MEDICAL;
      case PROFESSIONAL, UNKNOWN -> CashGroup.OTHER_MEDICAL;
    };
  }

  private static @Nullable YearMonth stayMonth(Claim claim) {
    String bill = claim.getTypeOfBill();
    boolean stay =
        claim.getType() == ClaimType.INSTITUTIONAL
            && bill != null
            && (bill.startsWith("11")
                || bill.startsWith("12")
                || bill.startsWith("18")
                || bill.startsWith("21"));
    if (!stay) {
      return null;
    }
    return YearMonth.from(claim.getAdmitted() == null ? claim.getFrom() : claim.getAdmitted());
  }

  private static Cents price(ClaimLine line, boolean paidByItself) {
    if (!paidByItself) {
      long shadow = line.getShadowAllowed() == null ? 0 : cents(line.getShadowAllowed());
      return new Cents(shadow, shadow);
    }
    long paid = cents(line.getPaid());
    BigDecimal allowed = line.getAllowed();
    return new Cents(paid, allowed == null || allowed.signum() == 0 ? paid : cents(allowed));
  }

  private static long cents(BigDecimal dollars) {
    return dollars.unscaledValue().longValueExact();
  }
}
