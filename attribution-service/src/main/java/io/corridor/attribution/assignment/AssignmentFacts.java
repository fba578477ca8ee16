package io.corridor.attribution.assignment;

import io.corridor.common.care.Choice;
import io.corridor.common.care.Claim;
import io.corridor.common.care.ClaimLine;
import io.corridor.common.care.Coverage;
import io.corridor.common.care.Enrollment;
import io.corridor.common.care.PcpSelection;
import io.corridor.common.care.Person;
import io.corridor.common.facts.Fact;
import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.rules.CodeTable;
import io.corridor.common.rules.PrimaryCareServices;
import io.corridor.common.rules.ProviderBuckets;
import io.corridor.common.time.Months;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one record alone says about attribution (DESIGN 2.2, domain.md 1.1). A claim that says
 * nothing gives no facts and so costs nothing.
 */
public final class AssignmentFacts {

  private final PrimaryCareLines lines;
  private final ProviderBuckets buckets;
  private final Set<String> foreign;

  /** Facts by the code lists shipped with the product. */
  public AssignmentFacts(PrimaryCareServices services, ProviderBuckets buckets) {
    this.lines = new PrimaryCareLines(services);
    this.buckets = buckets;
    this.foreign =
        CodeTable.load(AssignmentFacts.class, "codes/foreign_residence.csv").rows().stream()
            .map(row -> row.getOrDefault("code", ""))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Facts of a claim version that is a final action. */
  public List<Fact> of(Claim claim) {
    return switch (claim.type()) {
      case PHARMACY -> List.of();
      case PROFESSIONAL -> visits(claim, false);
      case INSTITUTIONAL -> claim.billedAs("77", "71") ? visits(claim, true) : stay(claim);
    };
  }

  private List<Fact> visits(Claim claim, boolean clinic) {
    List<Fact> facts = new ArrayList<>();
    for (ClaimLine line : claim.lines()) {
      lines.read(claim, line).ifPresent(reading -> facts.add(fact(claim, line, reading, clinic)));
      if (claim.status() == Claim.Status.REVERSED) {
        revoked(claim, line, clinic).ifPresent(facts::add);
      }
    }
    return facts;
  }

  private Fact fact(Claim claim, ClaimLine line, PrimaryCareLines.Reading reading, boolean clinic) {
    Exclusion exclusion = exclusion(claim, line, reading, clinic);
    ProviderBuckets.Bucket bucket = bucket(line, clinic);
    Tin tin = claim.billingTin();
    if (exclusion != null || tin == null) {
      Exclusion reason = exclusion == null ? withoutPractice(bucket) : exclusion;
      return Fact.of(RowKeys.of(RowKeys.EXCLUDED, YearMonth.from(line.from()), reason));
    }
    return Fact.of(
        RowKeys.of(
            RowKeys.VISIT,
            line.from(),
            tin,
            npi(line),
            Clinician.of(bucket).letter(),
            reading.kind().text()),
        line.price(claim.paymentKind()).allowed().cents());
  }

  /** A specialist's line that names no practice stays with the lines of specialists. */
  private static Exclusion withoutPractice(ProviderBuckets.Bucket bucket) {
    return bucket == ProviderBuckets.Bucket.SPECIALIST
        ? Exclusion.NOT_PRIMARY_CARE
        : Exclusion.NO_PRACTICE;
  }

  private @Nullable Exclusion exclusion(
      Claim claim, ClaimLine line, PrimaryCareLines.Reading reading, boolean clinic) {
    Exclusion status =
        switch (claim.status()) {
          case PAID -> line.denied() ? Exclusion.DENIED : null;
          case DENIED -> Exclusion.DENIED;
          case REVERSED -> Exclusion.REVERSED;
          case PENDED -> Exclusion.PENDED;
        };
    if (status != null) {
      return status;
    }
    return place(line, reading, clinic);
  }

  private @Nullable Exclusion place(
      ClaimLine line, PrimaryCareLines.Reading reading, boolean clinic) {
    if (reading.exclusion() != null) {
      return reading.exclusion();
    }
    return switch (bucket(line, clinic)) {
      case PCP, NPP, SPECIALIST, UNKNOWN -> null;
      case OTHER -> Exclusion.NOT_PRIMARY_CARE;
    };
  }

  /** Lines of an FQHC or RHC count as services of a primary-care physician (domain.md 1.1). */
  private ProviderBuckets.Bucket bucket(ClaimLine line, boolean clinic) {
    return clinic ? ProviderBuckets.Bucket.PCP : buckets.of(line.specialty(), line.taxonomy());
  }

  private Optional<Fact> revoked(Claim claim, ClaimLine line, boolean clinic) {
    Tin tin = claim.billingTin();
    if (tin == null || line.denied()) {
      return Optional.empty();
    }
    return lines
        .read(claim, line)
        .filter(reading -> place(line, reading, clinic) == null)
        .map(reading ->
            Fact.of(
                RowKeys.of(
                    RowKeys.REVOKED,
                    line.from(),
                    tin,
                    npi(line),
                    Clinician.of(bucket(line, clinic)).letter(),
                    day(claim.receivedAt()))));
  }

  private static String npi(ClaimLine line) {
    Npi npi = line.renderingNpi();
    return npi == null ? "" : npi.value();
  }

  /** Stays that visit codes of nursing facilities and advance care planning are held against. */
  private static List<Fact> stay(Claim claim) {
    String kind = claim.billedAs("21", "18") ? "S" : claim.billedAs("11", "12") ? "I" : "";
    if (kind.isEmpty() || !claim.isPaid()) {
      return List.of();
    }
    return Months.between(YearMonth.from(claim.from()), YearMonth.from(claim.through())).stream()
        .map(month -> Fact.of(RowKeys.of(RowKeys.STAY, month, kind, claim.from(), claim.through())))
        .toList();
  }

  /** Facts of an enrollment record in force. */
  public List<Fact> of(Enrollment enrollment) {
    LocalDate received = day(enrollment.receivedAt());
    String key =
        switch (enrollment.content()) {
          case Enrollment.Covered covered ->
              cover(enrollment.payer(), covered.coverage(), received);
          case Enrollment.Selected selected ->
              select(enrollment.payer(), selected.selection(), received);
          case Enrollment.Known known -> person(enrollment.payer(), known.person(), received);
          case Enrollment.Chose chose -> choice(enrollment.payer(), chose.choice(), received);
        };
    Fact fact = Fact.of(key);
    return enrollment.content() instanceof Enrollment.Covered covered
        ? Stream.concat(Stream.of(fact), home(enrollment.payer(), covered).stream()).toList()
        : List.of(fact);
  }

  /** Where the member lives, for whoever looks for a practice near by. */
  private static Optional<Fact> home(String payer, Enrollment.Covered covered) {
    String zip = covered.home().zip();
    String county = covered.home().county();
    Coverage coverage = covered.coverage();
    return zip == null && county == null
        ? Optional.empty()
        : Optional.of(
            Fact.of(
                RowKeys.of(
                    RowKeys.HOME,
                    coverage.span().from(),
                    RowKeys.until(coverage.span().until()),
                    payer,
                    coverage.lineOfBusiness(),
                    zip == null ? "" : zip,
                    county == null ? "" : county)));
  }

  private String cover(String payer, Coverage coverage, LocalDate received) {
    String flags =
        new CoverFlags(
                coverage.optedOut(),
                coverage.dual(),
                coverage.entitlement().partA(),
                coverage.entitlement().partB(),
                coverage.entitlement().managedCare(),
                foreign.contains(String.valueOf(coverage.entitlement().state())),
                coverage.entitlement().exclusiveProgram() != null)
            .text();
    return RowKeys.of(
        RowKeys.COVER,
        coverage.span().from(),
        RowKeys.until(coverage.span().until()),
        payer,
        coverage.lineOfBusiness(),
        flags,
        received);
  }

  private static String select(String payer, PcpSelection selection, LocalDate received) {
    return RowKeys.of(
        RowKeys.SELECT,
        selection.span().from(),
        RowKeys.until(selection.span().until()),
        payer,
        selection.chosenBy().ordinal(),
        selection.npi(),
        received);
  }

  private static String choice(String payer, Choice choice, LocalDate received) {
    return RowKeys.of(
        RowKeys.CHOICE,
        choice.span().from(),
        RowKeys.until(choice.span().until()),
        payer,
        choice.what(),
        received);
  }

  private static String person(String payer, Person person, LocalDate received) {
    return RowKeys.of(RowKeys.PERSON, payer, RowKeys.until(person.deathDate()), received);
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
