package io.corridor.attribution.assignment;

import io.corridor.common.care.Affiliation;
import io.corridor.common.care.AttributionOptions;
import io.corridor.common.care.Claim;
import io.corridor.common.care.ClaimLine;
import io.corridor.common.care.Contract;
import io.corridor.common.care.Coverage;
import io.corridor.common.care.Enrollment;
import io.corridor.common.care.Participation;
import io.corridor.common.care.PcpSelection;
import io.corridor.common.care.Person;
import io.corridor.common.id.ContractId;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;
import io.corridor.common.rules.PrimaryCareServices;
import io.corridor.common.rules.ProviderBuckets;
import io.corridor.common.time.DateSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Records for tests; only what matters to a test is named there. */
public final class Care {

  public static final Tin T1 = new Tin("100000001");
  public static final Tin T2 = new Tin("200000002");
  public static final Tin T3 = new Tin("300000003");
  public static final Npi N1 = new Npi("1000000001");
  public static final Npi N2 = new Npi("1000000002");
  public static final Npi N3 = new Npi("1000000003");
  public static final Npi N4 = new Npi("1000000004");
  public static final Npi N5 = new Npi("1000000005");
  public static final ContractId ID = new ContractId("C1");
  public static final String PAYER = "P";
  public static final String FAMILY = "08";
  public static final String INTERNAL = "11";
  public static final String NURSE = "50";
  public static final String CARDIOLOGY = "06";

  static final AssignmentFacts FACTS =
      new AssignmentFacts(PrimaryCareServices.load(), ProviderBuckets.load());

  private Care() {}

  public static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  public static YearMonth month(String text) {
    return YearMonth.parse(text);
  }

  static Instant at(String day) {
    return day(day).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /** A contract with what tests vary. */
  public static final class Terms {
    private List<Contract.Method> methods = List.of(Contract.Method.PLURALITY_VISITS);
    private List<Contract.TieBreak> tieBreaks =
        List.of(Contract.TieBreak.RECENCY, Contract.TieBreak.ALLOWED);
    private int windowMonths = 12;
    private boolean lastDayAnchor = true;
    private boolean unknownSpecialtyCounts;
    private boolean excludeDuals;
    private boolean requirePartsAandB;
    private AttributionOptions.ListKind list = AttributionOptions.ListKind.CURRENT;
    private int lagMonths;
    private int leadDays;
    private boolean careManagement;
    private final Map<String, Participation> otherAcos = new TreeMap<>();
    private String aco = "ACO";
    private ContractId id = ID;
    private String lineOfBusiness = "MEDICARE";
    private int version = 1;
    private String effectiveFrom = "2000-01-01";
    private int firstYear = 2025;
    private int lastYear = 2026;
    private final Map<Tin, DateSpan> participants =
        new TreeMap<>(Map.of(T1, open("2000-01-01"), T2, open("2000-01-01")));

    public Terms methods(Contract.Method... in) {
      methods = List.of(in);
      return this;
    }

    public Terms tieBreaks(Contract.TieBreak... in) {
      tieBreaks = List.of(in);
      return this;
    }

    public Terms windowMonths(int months) {
      windowMonths = months;
      return this;
    }

    /** A list of a kind whose claims end so many months before the year. */
    public Terms list(AttributionOptions.ListKind kind, int claimsLagMonths) {
      list = kind;
      lagMonths = claimsLagMonths;
      return this;
    }

    public Terms designationLeadDays(int days) {
      leadDays = days;
      return this;
    }

    public Terms careManagementIsWellness() {
      careManagement = true;
      return this;
    }

    /** Practices of another ACO. */
    public Terms otherAco(String other, Tin... tins) {
      otherAcos.put(
          other,
          Participation.of(
              java.util.Arrays.stream(tins)
                  .map(tin -> new Participation.Participant(tin, open("2000-01-01")))
                  .toList()));
      return this;
    }

    /** Another contract, of another ACO. */
    public Terms of(String contract, String other) {
      id = new ContractId(contract);
      aco = other;
      return this;
    }

    public Terms firstDayAnchor() {
      lastDayAnchor = false;
      return this;
    }

    public Terms unknownSpecialtyCounts() {
      unknownSpecialtyCounts = true;
      return this;
    }

    public Terms excludeDuals() {
      excludeDuals = true;
      return this;
    }

    public Terms requirePartsAandB() {
      requirePartsAandB = true;
      return this;
    }

    public Terms lineOfBusiness(String line) {
      lineOfBusiness = line;
      return this;
    }

    public Terms version(int number, String from) {
      version = number;
      effectiveFrom = from;
      return this;
    }

    public Terms years(int first, int last) {
      firstYear = first;
      lastYear = last;
      return this;
    }

    public Terms participant(Tin tin, DateSpan span) {
      participants.put(tin, span);
      return this;
    }

    public Terms without(Tin tin) {
      participants.remove(tin);
      return this;
    }

    public Contract build() {
      List<Contract.PerformanceYear> years = new ArrayList<>();
      for (int year = firstYear; year <= lastYear; year++) {
        years.add(
            new Contract.PerformanceYear(
                year, new DateSpan(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1))));
      }
      return new Contract(
          id,
          version,
          PAYER,
          lineOfBusiness,
          aco,
          day(effectiveFrom),
          years,
          Participation.of(
              participants.entrySet().stream()
                  .map(entry -> new Participation.Participant(entry.getKey(), entry.getValue()))
                  .toList()),
          new Contract.Attribution(
              methods,
              windowMonths,
              tieBreaks,
              lastDayAnchor,
              unknownSpecialtyCounts,
              excludeDuals,
              requirePartsAandB,
              new AttributionOptions(list, lagMonths, leadDays, careManagement, otherAcos)),
          true,
          Map.of(),
          null,
          List.of(),
          null,
          new Contract.Settlement(false, Rate.ONE, null, null, null, null),
          50,
          new Contract.FollowUp(false, 14, ZoneOffset.UTC));
    }

    MonthTerms month(String text) {
      return java.util.Objects.requireNonNull(programs().months(ID).get(Care.month(text)));
    }

    public Programs programs() {
      return Programs.of(List.of(build()));
    }
  }

  public static DateSpan open(String from) {
    return new DateSpan(day(from), null);
  }

  public static DateSpan days(String from, String lastDay) {
    return DateSpan.ofInclusive(day(from), day(lastDay));
  }

  /** A claim with what tests vary. */
  public static final class ClaimOf {
    private Claim.Status status = Claim.Status.PAID;
    private Claim.Type type = Claim.Type.PROFESSIONAL;
    private Claim.PaymentKind kind = Claim.PaymentKind.FEE_FOR_SERVICE;
    private Money shadow = Money.of("3.00");
    private String received = "2025-01-01";
    private String bill = "";
    private @Nullable Tin tin = T1;
    private @Nullable String revenue;
    private String from = "";
    private String through = "";
    private final List<ClaimLine> lines = new ArrayList<>();

    /** A claim of a practice; of none when it is null. */
    public static ClaimOf tin(@Nullable Tin tin) {
      ClaimOf claim = new ClaimOf();
      claim.tin = tin;
      return claim;
    }

    public static ClaimOf stay(String typeOfBill, String from, String through) {
      ClaimOf claim = new ClaimOf();
      claim.type = Claim.Type.INSTITUTIONAL;
      claim.bill = typeOfBill;
      claim.from = from;
      claim.through = through;
      return claim;
    }

    public ClaimOf bill(String typeOfBill) {
      type = Claim.Type.INSTITUTIONAL;
      bill = typeOfBill;
      return this;
    }

    /** The lines that follow have this revenue code. */
    public ClaimOf revenue(String code) {
      revenue = code;
      return this;
    }

    public ClaimOf pharmacy() {
      type = Claim.Type.PHARMACY;
      return this;
    }

    public ClaimOf status(Claim.Status in) {
      status = in;
      return this;
    }

    public ClaimOf kind(Claim.PaymentKind in) {
      kind = in;
      return this;
    }

    /** Not paid by itself, at this price, which may be zero. */
    public ClaimOf shadow(String dollars) {
      kind = Claim.PaymentKind.ENCOUNTER;
      shadow = Money.of(dollars);
      return this;
    }

    public ClaimOf received(String day) {
      received = day;
      return this;
    }

    /** A line: allowed in dollars; place, specialty and revenue code may be empty. */
    public ClaimOf line(
        String day, Npi npi, String specialty, String hcpcs, String allowed, String place) {
      lines.add(
          new ClaimLine(
              lines.size() + 1,
              day(day),
              day(day),
              hcpcs.isEmpty() ? null : hcpcs,
              List.of(),
              hcpcs.isEmpty() ? "0521" : revenue,
              place.isEmpty() ? null : place,
              npi,
              specialty.isEmpty() ? null : specialty,
              null,
              null,
              allowed.isEmpty() ? null : Money.of(allowed),
              Money.of("7.00"),
              shadow,
              false,
              List.of()));
      return this;
    }

    public ClaimOf line(String day, Npi npi, String specialty, String hcpcs, String allowed) {
      return line(day, npi, specialty, hcpcs, allowed, "11");
    }

    public Claim build() {
      LocalDate first = from.isEmpty() ? lines.getFirst().from() : day(from);
      return new Claim(
          PAYER,
          "c",
          status,
          type,
          kind,
          first,
          through.isEmpty() ? first : day(through),
          null,
          null,
          null,
          bill.isEmpty() ? null : bill,
          null,
          null,
          tin,
          null,
          List.of(),
          List.of(),
          at(received),
          List.copyOf(lines));
    }
  }

  public static Enrollment covered(DateSpan span, String received) {
    return covered(new Coverage("MEDICARE", span, true, false, false), received);
  }

  public static Enrollment covered(Coverage coverage, String received) {
    return new Enrollment(PAYER, "e", at(received), new Enrollment.Covered(coverage));
  }

  public static Enrollment selected(Npi npi, PcpSelection.ChosenBy by, DateSpan span) {
    return new Enrollment(
        PAYER, "s", at("2025-01-01"), new Enrollment.Selected(new PcpSelection(npi, by, span)));
  }

  public static Enrollment died(String day) {
    return new Enrollment(
        PAYER, "p", at(day), new Enrollment.Known(new Person(day("1950-05-05"), true, day(day))));
  }

  public static Affiliation link(Npi npi, Tin tin, DateSpan span) {
    return new Affiliation(npi, tin, null, null, span);
  }
}
