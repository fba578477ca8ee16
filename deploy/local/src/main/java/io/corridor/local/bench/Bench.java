package io.corridor.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.corridor.local.feed.FileCounts;
import io.corridor.local.platform.BusinessClock;
import io.corridor.local.platform.CpuMeter;
import io.corridor.local.platform.PlatformSettings;
import io.corridor.local.platform.Progress;
import io.corridor.local.platform.Services;
import io.corridor.local.verify.Recomputation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The measures of DESIGN section 13, one after the other in one process on data directories of
 * their own. What comes first also warms the JVM up for what follows.
 */
public final class Bench {
  private static final String WHOLE = "whole platform";
  private static final String ADT = "admission received to alert, 100 a second";
  private static final String CORRECTION = "one corrected claim to budget and estimate";
  private static final String STATE = "state and changelog";
  private static final Optional<Duration> BACKFILL =
      Optional.of(PlatformSettings.BACKFILL_COMMIT_INTERVAL);
  private static final List<String> FOLDS =
      List.of("attribution", "benchmark", "quality", "notification");
  private static final double NANOS = 1e9;
  private static final int NANOS_A_MICRO = 1000;
  private static final int CORRECTED = 30;

  private final Path root;
  private final int members;
  private final int months;
  private final long seed;
  private final Progress progress;
  private final BenchReport report = new BenchReport();

  /**
   * A bench.
   *
   * @param root empty directory for its data
   * @param members members of the population; half as many come before, for the doubling
   * @param progress told what is measured
   */
  public Bench(Path root, int members, int months, long seed, Progress progress) {
    this.root = root;
    this.members = members;
    this.months = months;
    this.seed = seed;
    this.progress = progress;
  }

  /** What a load of the whole platform took. */
  private record Load(double seconds, long claims, double micros) {
    double perSecond() {
      return claims / seconds;
    }
  }

  /**
   * Measures everything.
   *
   * @throws IOException when the recomputation cannot read the feed
   * @throws SQLException when it fails
   */
  public BenchReport run() throws IOException, SQLException {
    long start = System.nanoTime();
    report.fact("population", members + " members, " + months + " months, seed " + seed);
    progress.step("Simulating two populations");
    Population half = Population.write(root.resolve("feed-half"), members / 2, months, seed);
    Population whole = Population.write(root.resolve("feed"), members, months, seed);
    Load first = wholePlatform(root.resolve("half"), half, false);
    Plant.remove(root.resolve("half"));
    Load second = wholePlatform(root.resolve("whole"), whole, true);
    report.add(
        Measure.of("members doubled", "CPU of a claim", second.micros(), "us a claim")
            .against(first.micros()));
    report.add(
        Measure.of("members doubled", "claims", second.perSecond(), "claims/s")
            .against(first.perSecond()));
    restart(root.resolve("whole"));
    live(root.resolve("whole"), whole, second);
    Plant.remove(root.resolve("whole"));
    services(root.resolve("alone"), whole);
    progress.done();
    report.fact("loadAtEnd", BenchReport.load());
    report.fact("seconds", Long.toString(Math.round((System.nanoTime() - start) / NANOS)));
    return report;
  }

  private Load wholePlatform(Path data, Population population, boolean reported) {
    progress.step("Whole platform, " + population.members() + " members");
    Load load;
    try (Plant plant = Plant.start(data, Services.withoutPages(), BACKFILL, Progress.silent())) {
      CpuMeter cpu = new CpuMeter(plant.platform().run().children());
      plant.contracts(population);
      long start = System.nanoTime();
      plant.load(population);
      double seconds = (System.nanoTime() - start) / NANOS;
      Map<String, Long> parts = new TreeMap<>(cpu.nanos());
      long claims = FileCounts.read(plant.endpoints()).claims();
      double micros =
          parts.values().stream().mapToLong(Long::longValue).sum()
              / (double) NANOS_A_MICRO
              / claims;
      load = new Load(seconds, claims, micros);
      if (reported) {
        report.add(
            Measure.of(WHOLE, "claims", load.perSecond(), "claims/s")
                .aim("at least 2,000 on two cores", load.perSecond() >= 2000));
        report.add(Measure.of(WHOLE, "claims loaded", claims, "claims"));
        parts.forEach((part, nanos) ->
            report.add(
                Measure.of(
                    WHOLE, "CPU, " + part, nanos / (double) NANOS_A_MICRO / claims, "us a claim")));
      }
    }
    if (reported) {
      sizes(data, population, load.claims());
    }
    return load;
  }

  private void sizes(Path data, Population population, long claims) {
    long state = 0;
    long changelog = 0;
    for (String service : Services.withoutPages().stream().map(s -> s.name()).toList()) {
      long rows = Plant.bytes(data.resolve("state").resolve(service), file -> true);
      long log =
          Plant.bytes(
              data.resolve("broker"),
              file ->
                  file.toString().contains("/corridor-" + service + "-")
                      && file.toString().contains("-changelog-")
                      && file.toString().endsWith(".log"));
      report.add(
          Measure.of(STATE, service + ", changelog", log / (double) claims, "bytes a claim"));
      state += rows;
      changelog += log;
    }
    report.add(
        Measure.of(STATE, "state on disk", state / (double) population.members(), "bytes a member")
            .against(population.bytes() / (double) population.members()));
    report.add(
        Measure.of(STATE, "changelogs", changelog / (double) claims, "bytes a claim")
            .against(population.bytes() / (double) claims));
  }

  /** Starts with the state that is there, then without: the difference is the restore. */
  private void restart(Path data) {
    progress.step("Restoring state from changelogs");
    double kept = started(data);
    Plant.remove(data.resolve("state"));
    double restored = started(data);
    report.add(Measure.of(STATE, "start until caught up, state lost", restored, "s").against(kept));
  }

  private double started(Path data) {
    long start = System.nanoTime();
    try (Plant plant =
        Plant.start(data, Services.withoutPages(), Optional.empty(), Progress.silent())) {
      plant.await();
      return (System.nanoTime() - start) / NANOS;
    }
  }

  private void live(Path data, Population population, Load load) throws IOException, SQLException {
    progress.step("Starting the platform as in live use");
    try (Plant plant =
        Plant.start(data, Services.withoutPages(), Optional.empty(), Progress.silent())) {
      plant.await();
      latency(plant, population);
      correction(plant, population, load);
      progress.step("A claim as history grows");
      new Growth(plant, visitsOfOneMember(population)).measure(report);
    }
  }

  /**
   * Visits of one member to practices of a contract, who so is assigned: no service passes them
   * over.
   */
  private static List<JsonNode> visitsOfOneMember(Population population) {
    Set<String> participants = population.participants();
    Predicate<JsonNode> visit =
        claim ->
            claim.path("lines").path(0).path("hcpcs").asText().matches("992[01]\\d")
                && participants.contains(
                    claim.path("payer").asText() + "|" + claim.path("billingTin").asText());
    String member = population.claims(1, visit).getFirst().path("member").asText();
    return population.claims(6, visit.and(claim -> claim.path("member").asText().equals(member)));
  }

  private void latency(Plant plant, Population population) {
    progress.step("Admissions at 100 a second");
    List<JsonNode> arrivals =
        population.first(
            "adt",
            500,
            event ->
                event.path("trigger").asText().equals("A01")
                    && event.path("patientClass").asText().equals("INPATIENT"));
    Percentiles alerts = AdtLatency.platform(plant.endpoints(), arrivals, population.enrolled());
    progress.step("The same number of hops that do nothing");
    Percentiles hops = AdtLatency.reference(plant.endpoints(), data(plant));
    report.add(Measure.of(ADT, "alerts timed", alerts.count(), "alerts"));
    report.add(
        Measure.of(ADT, "p50", alerts.millis(50), "ms")
            .against(hops.millis(50))
            .aim("ratio at most 1.5", alerts.millis(50) <= 1.5 * hops.millis(50)));
    report.add(
        Measure.of(ADT, "p99", alerts.millis(99), "ms")
            .against(hops.millis(99))
            .aim("below 1,000 ms", alerts.millis(99) < 1000));
  }

  private static Path data(Plant plant) {
    return plant.layout().root().resolve("state");
  }

  private void correction(Plant plant, Population population, Load load)
      throws IOException, SQLException {
    progress.step("Corrected claims");
    Set<String> seen = new HashSet<>();
    List<JsonNode> claims =
        population.claims(CORRECTED, claim -> seen.add(claim.path("member").asText()));
    Percentiles times = new CorrectionTime(plant.endpoints()).measure(claims);
    progress.step("Recomputing everything in SQL");
    LocalDate date;
    try (BusinessClock clock = new BusinessClock(plant.endpoints())) {
      date = clock.current().orElseThrow();
    }
    Path spill = Files.createDirectories(root.resolve("spill"));
    Recomputation.Times sql =
        Recomputation.of(
            population.feed(),
            population.contracts(),
            PlatformSettings.DEVELOPMENT_SECRET,
            date,
            spill);
    double full = (sql.load().toNanos() + sql.derive().toNanos()) / NANOS * 1000;
    report.add(Measure.of(CORRECTION, "corrections that gave both", times.count(), "claims"));
    report.add(
        Measure.of(CORRECTION, "p50, against full recomputation in SQL", times.millis(50), "ms")
            .against(full)
            .aim("sooner", times.count() > 0 && times.millis(50) < full));
    report.add(
        Measure.of(CORRECTION, "claims read, against all of them", 1, "claims")
            .against(load.claims())
            .aim("thousands of times less", load.claims() >= 1000));
    report.add(
        Measure.of(CORRECTION, "full load here, against full in SQL", load.seconds() * 1000, "ms")
            .against(full));
  }

  private void services(Path data, Population population) {
    progress.step("Intake alone");
    try (Plant plant =
        Plant.start(data, List.of(Services.named("intake")), BACKFILL, Progress.silent())) {
      plant.contracts(population);
      CpuMeter cpu = new CpuMeter(List.of());
      long start = System.nanoTime();
      plant.load(population);
      double seconds = (System.nanoTime() - start) / NANOS;
      long claims = FileCounts.read(plant.endpoints()).claims();
      report.add(Measure.of("service throughput, alone", "intake", claims / seconds, "claims/s"));
      report.add(
          Measure.of(
              "service throughput, alone",
              "intake, its thread",
              cpu.nanos().getOrDefault("intake", 0L) / (double) NANOS_A_MICRO / claims,
              "CPU us a claim"));
    }
    progress.step("Each service alone, and its references");
    try (Plant plant = Plant.start(data, List.of(), BACKFILL, Progress.silent())) {
      new ServiceSpeed(plant, report, FileCounts.read(plant.endpoints()).claims()).measure(FOLDS);
    }
  }
}
