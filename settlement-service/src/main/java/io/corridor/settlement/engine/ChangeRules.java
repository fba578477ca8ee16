package io.corridor.settlement.engine;

import io.corridor.common.money.Money;
import io.corridor.settlement.engine.Settlement.Settled;
import io.corridor.settlement.share.View;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Why an expected result is another than before: the inputs of the earlier estimate are replaced by
 * those of the later one, one after the other in a stated order (terms, members, budget, cost,
 * claims still to come, quality, stated figures by name, dates), and each replacement moves the
 * result by its part. The parts sum to the change. Another order would give other parts; this one
 * is always the same.
 */
public final class ChangeRules {

  private final SettlementEngine engine;

  /** Rules over an engine. */
  public ChangeRules(SettlementEngine engine) {
    this.engine = engine;
  }

  /** What was replaced. */
  public enum Input {
    /** Another version of the terms. */
    TERMS,
    /** Members, member months, risk. */
    MEMBERS,
    /** Budget. */
    BUDGET,
    /** Cost to date, and capitated services that members had elsewhere. */
    COST,
    /** Claims still to come. */
    UNPAID,
    /** Quality score and its measures. */
    QUALITY,
    /** A stated figure. */
    STATED,
    /** The day that the figures are complete to. */
    DATES
  }

  /**
   * A part of a change.
   *
   * @param input what was replaced
   * @param name name of the stated figure; empty for the others
   * @param moved by how much that moved the expected result
   */
  public record Part(Input input, String name, Money moved) {}

  /**
   * A change of the expected result.
   *
   * @param before what was paid before
   * @param after what is paid now
   * @param parts inputs that differ, in the order of their replacement; they sum to the change
   */
  public record Change(Money before, Money after, List<Part> parts) {

    /** Keeps its own copy. */
    public Change {
      parts = List.copyOf(parts);
    }
  }

  /** The facts while they are being replaced. */
  private final class Replacing {

    private AgreedTerms terms;
    private PeriodFacts facts;
    private Money paid;
    private final List<Part> parts = new ArrayList<>();

    Replacing(AgreedTerms terms, PeriodFacts facts, Money paid) {
      this.terms = terms;
      this.facts = facts;
      this.paid = paid;
    }

    void terms(AgreedTerms other) {
      if (!terms.equals(other)) {
        terms = other;
        note(Input.TERMS, "");
      }
    }

    void facts(Input input, String name, PeriodFacts other) {
      if (!facts.equals(other)) {
        facts = other;
        note(input, name);
      }
    }

    /** A mixture that cannot be settled moves nothing; the next one that can takes its part. */
    private void note(Input input, String name) {
      Money now =
          engine.settle(terms, facts, View.EXPECTED) instanceof Settled settled
              ? settled.payment()
              : paid;
      parts.add(new Part(input, name, now.minus(paid)));
      paid = now;
    }
  }

  /**
   * Explains a change.
   *
   * @param before terms of the earlier estimate
   * @param were facts of the earlier estimate
   * @param paid expected result of the earlier estimate
   * @param after terms of the later estimate
   * @param are facts of the later estimate
   */
  public Change explain(
      AgreedTerms before, PeriodFacts were, Money paid, AgreedTerms after, PeriodFacts are) {
    Replacing replacing = new Replacing(before, were, paid);
    replacing.terms(after);
    replacing.facts(
        Input.MEMBERS,
        "",
        replacing.facts.withPopulation(are.population().withLeakageOf(were.population())));
    CostFacts old = were.cost();
    CostFacts now = are.cost();
    replacing.facts(Input.BUDGET, "", replacing.facts.withBudget(now.budget()));
    replacing.facts(
        Input.COST,
        "",
        replacing
            .facts
            .withPopulation(are.population())
            .withCost(
                new CostFacts(
                    now.budget(), now.inScope(), now.counted(), now.categories(), old.unpaid())));
    replacing.facts(Input.UNPAID, "", replacing.facts.withCost(now));
    replacing.facts(Input.QUALITY, "", replacing.facts.withQuality(are.quality()));
    stated(replacing, are.stated());
    replacing.facts(Input.DATES, "", replacing.facts.withPeriod(are.period()));
    return new Change(paid, replacing.paid, replacing.parts);
  }

  private static void stated(Replacing replacing, Stated are) {
    TreeSet<String> names = new TreeSet<>(replacing.facts.stated().figures().keySet());
    names.addAll(are.figures().keySet());
    for (String name : names) {
      BigDecimal was = replacing.facts.stated().figures().get(name);
      BigDecimal is = are.figures().get(name);
      boolean same = was == null ? is == null : is != null && was.compareTo(is) == 0;
      if (!same) {
        Stated stated = replacing.facts.stated();
        replacing.facts(
            Input.STATED,
            name,
            replacing.facts.withStated(is == null ? stated.without(name) : stated.with(name, is)));
      }
    }
  }
}
