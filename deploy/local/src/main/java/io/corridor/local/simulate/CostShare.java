package io.corridor.local.simulate;

/**
 * Splits allowed into paid and member share. Medicare: Part B deductible and 20 %, Part A
 * deductible a stay; commercial: deductible, coinsurance and out-of-pocket limit a year; Medicaid:
 * next to nothing.
 */
final class CostShare {
  private static final long PART_A_DEDUCTIBLE = 167_600;
  private static final long PART_B_DEDUCTIBLE = 25_700;
  private static final long COMMERCIAL_DEDUCTIBLE = 90_000;
  private static final long COMMERCIAL_LIMIT = 500_000;

  private int year = Integer.MIN_VALUE;
  private long deductible;
  private long outOfPocket;

  /** Forgets the member before. */
  void reset() {
    year = Integer.MIN_VALUE;
  }

  /** Sets the paid amounts of a claim. */
  void apply(Member member, ClaimDraft claim) {
    int claimYear = java.time.LocalDate.ofEpochDay(claim.from).getYear();
    if (claimYear != year) {
      year = claimYear;
      deductible = member.lob == Lob.MEDICARE ? PART_B_DEDUCTIBLE : COMMERCIAL_DEDUCTIBLE;
      outOfPocket = 0;
    }
    switch (member.lob) {
      case MEDICARE -> medicare(claim);
      case MEDICAID -> {
        for (int i = 0; i < claim.lines; i++) {
          claim.paid[i] = claim.allowed[i] - Math.min(claim.allowed[i], copay(claim));
        }
      }
      case COMMERCIAL -> commercial(claim);
    }
  }

  private static long copay(ClaimDraft claim) {
    return claim.form == ClaimDraft.Form.PHARMACY ? 100 : 0;
  }

  private void medicare(ClaimDraft claim) {
    switch (claim.form) {
      case INPATIENT -> {
        long rest = PART_A_DEDUCTIBLE;
        for (int i = 0; i < claim.lines; i++) {
          long share = Math.min(rest, claim.allowed[i]);
          rest -= share;
          claim.paid[i] = claim.allowed[i] - share;
        }
      }
      case POST_ACUTE -> {
        boolean nursing = claim.typeOfBill.startsWith("21");
        for (int i = 0; i < claim.lines; i++) {
          claim.paid[i] = nursing ? claim.allowed[i] * 90 / 100 : claim.allowed[i];
        }
      }
      case PHARMACY -> {
        for (int i = 0; i < claim.lines; i++) {
          claim.paid[i] = claim.allowed[i] * 82 / 100;
        }
      }
      case PROFESSIONAL, OUTPATIENT -> {
        for (int i = 0; i < claim.lines; i++) {
          boolean free = claim.revenue[i].startsWith("030") || claim.code[i].startsWith("8");
          if (free) {
            claim.paid[i] = claim.allowed[i];
            continue;
          }
          long first = Math.min(deductible, claim.allowed[i]);
          deductible -= first;
          long rest = claim.allowed[i] - first;
          claim.paid[i] = rest - rest / 5;
        }
      }
    }
  }

  private void commercial(ClaimDraft claim) {
    for (int i = 0; i < claim.lines; i++) {
      long first =
          claim.form == ClaimDraft.Form.PHARMACY ? 0 : Math.min(deductible, claim.allowed[i]);
      long rest = claim.allowed[i] - first;
      long share = first + rest * 16 / 100;
      share = Math.min(share, Math.max(0, COMMERCIAL_LIMIT - outOfPocket));
      deductible -= Math.min(first, share);
      outOfPocket += share;
      claim.paid[i] = claim.allowed[i] - share;
    }
  }
}
