package io.corridor.local.simulate;

/** Normal distribution function by a fixed rational approximation (error below 1e-7). */
final class Normal {
  private Normal() {}

  /** Probability that a standard normal exceeds x. */
  static double upperTail(double x) {
    double z = Math.abs(x) / StrictMath.sqrt(2);
    double t = 1 / (1 + 0.5 * z);
    double poly =
        -z * z
            - 1.26551223
            + t
                * (1.00002368
                    + t
                        * (0.37409196
                            + t
                                * (0.09678418
                                    + t
                                        * (-0.18628806
                                            + t
                                                * (0.27886807
                                                    + t
                                                        * (-1.13520398
                                                            + t
                                                                * (1.48851587
                                                                    + t
                                                                        * (-0.82215223
                                                                            + t
                                                                                * 0.17087277))))))));
    double tail = 0.5 * t * StrictMath.exp(poly);
    return x >= 0 ? tail : 1 - tail;
  }
}
