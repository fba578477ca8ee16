package io.corridor.local.simulate;

/** Line of business of a simulated member, with its payer. */
enum Lob {
  MEDICARE("medicare-ffs", "MCR", 0.35, 0.8),
  MEDICAID("state-medicaid", "MCD", 0.30, 1.4),
  COMMERCIAL("harbor-health", "COM", 0.35, 1.6);

  private final String payer;
  private final String prefix;
  private final double share;
  private final double frailtyVariance;

  Lob(String payer, String prefix, double share, double frailtyVariance) {
    this.payer = payer;
    this.prefix = prefix;
    this.share = share;
    this.frailtyVariance = frailtyVariance;
  }

  String payer() {
    return payer;
  }

  /** Prefix of the payer's member and claim ids. */
  String prefix() {
    return prefix;
  }

  /** Share of members (population.md section 0). */
  double share() {
    return share;
  }

  /** Variance of the frailty factor (population.md section 0). */
  double frailtyVariance() {
    return frailtyVariance;
  }
}
