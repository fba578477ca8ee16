package io.corridor.portal.report.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Controls for cases (domain.md 6): equal in everything that {@link Candidate.Stratum} names,
 * nearest by the absolute logarithm of one dollar more than the prior cost, without replacement. Of
 * equally near controls the smallest member key is taken.
 *
 * <p>Cases choose in the order of their keys, one control a round, so that none has a second one
 * before every other has had its choice of a first.
 */
final class Matching {

  /** Most controls of a case. */
  static final int MOST_CONTROLS = 3;

  private Matching() {}

  /** A case with its controls, in the order in which they were taken. */
  record Matched(Candidate subject, List<Candidate> controls) {}

  /** Controls as they were on an index date. */
  private record Pool(LocalDate index, Candidate.Stratum stratum) {}

  /**
   * Matched cases, by key; cases without any control are left out.
   *
   * @param controls controls as they were on an index date: a control takes that of its case
   * @param most controls of a case, 1 to 3
   */
  static List<Matched> match(
      Collection<Candidate> cases,
      Function<LocalDate, ? extends Collection<Candidate>> controls,
      int most) {
    if (most < 1 || most > MOST_CONTROLS) {
      throw new IllegalArgumentException("a case has one to three controls");
    }
    Map<Pool, List<Candidate>> pools = new HashMap<>();
    cases.stream()
        .map(Candidate::index)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(index ->
            controls.apply(index).stream()
                .sorted(Comparator.comparing(Candidate::member))
                .forEach(one ->
                    pools
                        .computeIfAbsent(new Pool(index, one.stratum()), any -> new ArrayList<>())
                        .add(one)));
    Set<String> taken = new HashSet<>();
    Map<String, Matched> matched = new TreeMap<>();
    List<Candidate> sorted =
        cases.stream().sorted(Comparator.comparing(Candidate::member)).toList();
    for (int round = 0; round < most; round++) {
      for (Candidate subject : sorted) {
        LocalDate index = Objects.requireNonNull(subject.index(), "a case has an index date");
        Pool pool = new Pool(index, subject.stratum());
        Candidate nearest = take(pools.getOrDefault(pool, List.of()), subject, taken);
        if (nearest != null) {
          matched
              .computeIfAbsent(subject.member(), any -> new Matched(subject, new ArrayList<>()))
              .controls()
              .add(nearest);
        }
      }
    }
    return List.copyOf(matched.values());
  }

  private static @Nullable Candidate take(
      List<Candidate> pool, Candidate subject, Set<String> taken) {
    Candidate nearest = null;
    for (Candidate one : pool) {
      if (taken.contains(one.member())) {
        continue;
      }
      if (nearest == null || apart(subject, one).compareTo(apart(subject, nearest)) < 0) {
        nearest = one;
      }
    }
    if (nearest != null) {
      taken.add(nearest.member());
    }
    return nearest;
  }

  /**
   * How far apart two prior costs are. The larger over the smaller grows with the absolute
   * difference of their logarithms and needs none.
   */
  private static Ratio apart(Candidate one, Candidate other) {
    BigDecimal first = one.priorCost().dollars().add(BigDecimal.ONE);
    BigDecimal second = other.priorCost().dollars().add(BigDecimal.ONE);
    return new Ratio(first.max(second), first.min(second));
  }

  /** A fraction that is compared without being divided. */
  private record Ratio(BigDecimal above, BigDecimal below) implements Comparable<Ratio> {
    @Override
    public int compareTo(Ratio other) {
      return above.multiply(other.below).compareTo(other.above.multiply(below));
    }
  }
}
