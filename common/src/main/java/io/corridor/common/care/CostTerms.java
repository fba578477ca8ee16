package io.corridor.common.care;

import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a contract asks of cost and budget (domain.md 2). A contract that asks for nothing has
 * {@link #PLAIN}.
 *
 * @param memberMonths member month policy: ANY_DAY, MID_MONTH or PRORATE
 * @param personYears true when person-years by Medicare enrollment type are asked for
 * @param risk how members are scored; null: not at all
 * @param completion how recent months are completed; null: not at all
 * @param preliminary true when pended claims are asked for in a column of their own
 * @param targets budgets made by a method, one a performance year at most
 * @param yearTargets budgets and indexes by other methods
 * @param scope what changes the scope of categories
 * @param groups populations that members and practices are measured in beside the contract
 * @param reporting levels of reporting beside contract and practice
 */
public record CostTerms(
    MemberMonths memberMonths,
    boolean personYears,
    @Nullable Risk risk,
    @Nullable Completion completion,
    boolean preliminary,
    List<TargetTerms> targets,
    YearTargets yearTargets,
    Scope scope,
    Groups groups,
    Reporting reporting) {

  /** Copies the targets. */
  public CostTerms {
    targets = List.copyOf(targets);
  }

  /** Whole months by any covered day, and nothing else. */
  public static final CostTerms PLAIN = plain(MemberMonths.ANY_DAY);

  /** Nothing but a member month policy. */
  public static CostTerms plain(MemberMonths policy) {
    return new CostTerms(
        policy,
        false,
        null,
        null,
        false,
        List.of(),
        YearTargets.NONE,
        Scope.PLAIN,
        Groups.NONE,
        Reporting.PLAIN);
  }

  /** How much of a month a covered member counts (domain.md 2.3). */
  public enum MemberMonths {
    /** Whole, by one covered day. */
    ANY_DAY,
    /** Whole, by the 15th. */
    MID_MONTH,
    /** By covered days. */
    PRORATE
  }

  /** How a member is scored. */
  public enum Model {
    /** CMS-HCC in the weights of the payment year, normalized. */
    CMS_HCC,
    /** The same less the coding adjustment of Medicare Advantage. */
    CMS_HCC_CODING_ADJUSTED,
    /** Weights of the contract. */
    TABLE
  }

  /**
   * Risk terms.
   *
   * @param model the model
   * @param recapture true when the list of conditions not coded yet is asked for
   * @param mean mean raw weight that a table measures against; null without a table
   * @param weights weights of a table
   * @param conditions leading characters of diagnosis codes by condition of a table
   */
  public record Risk(
      Model model,
      boolean recapture,
      @Nullable Rate mean,
      List<RiskWeight> weights,
      Map<String, List<String>> conditions) {

    /** Copies the table. */
    public Risk {
      weights = List.copyOf(weights);
      conditions = Map.copyOf(conditions);
    }
  }

  /**
   * What one reason adds to the raw weight of members of an age and sex.
   *
   * @param reason BASE, a condition, or a trait of enrollment as field=value
   * @param firstAge first age
   * @param lastAge last age; null: no upper end
   * @param female sex; null: both
   * @param weight what it adds
   */
  public record RiskWeight(
      String reason,
      int firstAge,
      @Nullable Integer lastAge,
      @Nullable Boolean female,
      Rate weight) {}

  /**
   * Completion of recent months; what is null is as the rules shipped with the product say.
   *
   * @param diagonals paid months whose development is used
   * @param tail development after the oldest age seen
   * @param floorAtOne true when recoveries never make a factor fall below one
   * @param matureFrom completion factor from which the chain ladder is trusted
   * @param expectationMonths mature months whose mean PMPM is expected of young ones
   * @param expectationTrend trend from the mature months to the young ones
   * @param bandErrors standard errors to each end of a band
   * @param projection how the rest of the year is projected; null: not at all
   */
  public record Completion(
      @Nullable Integer diagonals,
      @Nullable Rate tail,
      @Nullable Boolean floorAtOne,
      @Nullable Rate matureFrom,
      @Nullable Integer expectationMonths,
      @Nullable Rate expectationTrend,
      @Nullable Rate bandErrors,
      @Nullable Projection projection) {}

  /**
   * Projection to the end of the year.
   *
   * @param trend factor from the latest mature months to the months to come
   * @param seasonality factors of calendar months; a month not named has one
   */
  public record Projection(Rate trend, Map<Integer, Rate> seasonality) {

    /** Copies the factors. */
    public Projection {
      seasonality = Map.copyOf(seasonality);
    }
  }

  /**
   * What changes the scope of categories.
   *
   * @param phaseIn weights by performance year
   * @param drugPrices control of drug prices; null: none
   * @param unbilledStay what a stay known from ADT alone is expected to cost; null: not shown
   */
  public record Scope(
      List<PhaseIn> phaseIn, @Nullable DrugPrices drugPrices, @Nullable UnbilledStay unbilledStay) {

    /** Weights as the contract's scope states them. */
    public static final Scope PLAIN = new Scope(List.of(), null, null);

    /** Copies the weights. */
    public Scope {
      phaseIn = List.copyOf(phaseIn);
    }
  }

  /**
   * What an inpatient stay known from ADT alone is expected to cost.
   *
   * @param stated in the contract's basis
   * @param meanFrom billed stays of the performance year before from which their mean takes the
   *     place of the stated price; null: never
   */
  public record UnbilledStay(Money stated, @Nullable Integer meanFrom) {}

  /** Weight of a category in one performance year (domain.md 2.7). */
  public record PhaseIn(int year, String category, Rate weight) {}

  /** How drug prices are controlled (domain.md 2.6). */
  public enum DrugPriceMode {
    /** Drugs do not count. */
    EXCLUDE,
    /** Units times base price. */
    REPRICE,
    /** What was paid over the index of the month. */
    INDEX
  }

  /**
   * Control of drug prices.
   *
   * @param mode how
   * @param prices base price of a unit by drug, nine digits
   * @param index prices of a month against the base year
   */
  public record DrugPrices(
      DrugPriceMode mode, Map<String, Rate> prices, Map<YearMonth, Rate> index) {

    /** Copies the prices. */
    public DrugPrices {
      prices = Map.copyOf(prices);
      index = Map.copyOf(index);
    }
  }

  /**
   * Populations beside the contract's own.
   *
   * @param comparison members that nobody is accountable for; null: none
   * @param pools pools of small practices; null: none
   */
  public record Groups(@Nullable Comparison comparison, @Nullable Pools pools) {

    /** No other population. */
    public static final Groups NONE = new Groups(null, null);
  }

  /**
   * The comparison group of a region (domain.md 2.9.2).
   *
   * @param counties county codes of the members' homes; none: wherever they live
   * @param ageBands first ages of the bands after the youngest, ascending
   * @param minimumMemberMonths member months below which a cell is measured with its neighbour
   */
  public record Comparison(Set<String> counties, List<Integer> ageBands, Rate minimumMemberMonths) {

    /** Copies the lists. */
    public Comparison {
      counties = Set.copyOf(counties);
      ageBands = List.copyOf(ageBands);
    }
  }

  /**
   * Pools (domain.md 2.9).
   *
   * @param minimumLives members from which a practice stands alone
   * @param regions region of each practice that may be pooled
   */
  public record Pools(int minimumLives, Map<Tin, String> regions) {

    /** Copies the regions. */
    public Pools {
      regions = Map.copyOf(regions);
    }
  }

  /** Levels of reporting beside contract and practice (decisions 11). */
  public enum Level {
    /** Clinician. */
    NPI,
    /** Site of a practice, by its clinicians. */
    SITE,
    /** All contracts of an ACO. */
    ACO,
    /** All contracts of a payer. */
    PAYER,
    /** All contracts of an organisation. */
    ORGANISATION
  }

  /** What cost is told apart by, down to the member. */
  public enum Breakdown {
    /** Drug, by nine digits of its code. */
    DRUG,
    /** Specialty of the clinician. */
    SPECIALTY,
    /** Clinician of specialty care. */
    SPECIALIST,
    /** Clinician who referred to specialty care. */
    REFERRAL,
    /** Chronic condition of the member. */
    DISEASE
  }

  /** Reports beside the budget. */
  public enum Report {
    /** Cost against budget of contract and practices by quarter, with trend and peers. */
    PERFORMANCE,
    /** Procedures of members, and how clinicians differ in them by quarter. */
    CARE_VARIATION
  }

  /**
   * Levels of reporting.
   *
   * @param levels levels asked for
   * @param organisation organisation that the contract is reported under; null: none
   * @param breakdowns what cost is told apart by beside categories
   * @param reports reports asked for
   */
  public record Reporting(
      Set<Level> levels,
      @Nullable String organisation,
      Set<Breakdown> breakdowns,
      Set<Report> reports) {

    /** Contract and practice alone. */
    public static final Reporting PLAIN = new Reporting(Set.of(), null, Set.of(), Set.of());

    /** Copies the levels. */
    public Reporting {
      levels = Set.copyOf(levels);
      breakdowns = Set.copyOf(breakdowns);
      reports = Set.copyOf(reports);
    }
  }
}
