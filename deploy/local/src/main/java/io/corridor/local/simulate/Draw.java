package io.corridor.local.simulate;

/**
 * A counter-based random stream: the n-th value depends only on (seed, subject, domain, month, n).
 *
 * <p>All functions use {@link StrictMath}, so results are the same bits on every machine. Not
 * thread safe: one instance a thread.
 */
final class Draw {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final long seed;
  private long key;
  private long counter;

  /** A stream family for one seed. */
  Draw(long seed) {
    this.seed = mix(seed + GOLDEN);
  }

  /** Moves to the start of the stream of a subject in a domain and month. */
  Draw at(long subject, Domain domain, int month) {
    long mixed = mix(seed ^ (subject * 0xD1342543DE82EF95L + 0x632BE59BD9B4E019L));
    mixed = mix(mixed + (domain.ordinal() + 1) * 0xA0761D6478BD642FL);
    key = mix(mixed ^ (month + 1000L) * 0xE7037ED1A0B428DBL);
    counter = 0;
    return this;
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** The next 64 bits. */
  long bits() {
    counter++;
    return mix(key + counter * GOLDEN);
  }

  /** Uniform on (0, 1). */
  double uniform() {
    return ((bits() >>> 12) + 0.5) * 0x1p-52;
  }

  /** Uniform whole number in [0, bound). */
  int below(int bound) {
    return (int) Math.unsignedMultiplyHigh(bits(), bound);
  }

  /** True with the probability. */
  boolean chance(double probability) {
    return uniform() < probability;
  }

  /** Standard normal, by the polar method. */
  double normal() {
    while (true) {
      double u = 2 * uniform() - 1;
      double v = 2 * uniform() - 1;
      double s = u * u + v * v;
      if (s < 1 && s > 0) {
        return u * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
      }
    }
  }

  /** Lognormal with the median and the standard deviation of its logarithm. */
  double lognormal(double median, double sigma) {
    return median * StrictMath.exp(sigma * normal());
  }

  /** Poisson count. */
  int poisson(double mean) {
    if (mean <= 0) {
      return 0;
    }
    if (mean > 30) {
      return Math.max(0, (int) StrictMath.round(mean + StrictMath.sqrt(mean) * normal()));
    }
    double limit = StrictMath.exp(-mean);
    double product = uniform();
    int count = 0;
    while (product > limit) {
      product *= uniform();
      count++;
    }
    return count;
  }

  /** Gamma with the shape and mean 1 times {@code mean} (Marsaglia and Tsang). */
  double gamma(double shape, double mean) {
    double boost = 1;
    double a = shape;
    if (a < 1) {
      boost = StrictMath.pow(uniform(), 1 / a);
      a += 1;
    }
    double d = a - 1.0 / 3;
    double c = 1 / StrictMath.sqrt(9 * d);
    while (true) {
      double x = normal();
      double v = 1 + c * x;
      if (v <= 0) {
        continue;
      }
      v = v * v * v;
      if (StrictMath.log(uniform()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
        return mean * boost * d * v / shape;
      }
    }
  }

  /** Beta by two gammas. */
  double beta(double a, double b) {
    double x = gamma(a, a);
    double y = gamma(b, b);
    return x / (x + y);
  }

  /** Negative binomial with the mean and the dispersion (smaller is more spread). */
  int negativeBinomial(double mean, double dispersion) {
    return poisson(gamma(dispersion, mean));
  }

  /** Failures before the first success. */
  int geometric(double success) {
    return (int) (StrictMath.log(uniform()) / StrictMath.log(1 - success));
  }

  /** Index drawn in proportion to the cumulative weights. */
  int pick(double[] cumulative) {
    double at = uniform() * cumulative[cumulative.length - 1];
    int index = 0;
    while (cumulative[index] <= at) {
      index++;
    }
    return index;
  }
}
