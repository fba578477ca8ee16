package io.corridor.local.bench;

import io.corridor.common.streams.FoldSettings;
import io.corridor.common.streams.Stage;
import io.corridor.common.streams.StoreMeter;
import io.corridor.local.platform.CaughtUp;
import io.corridor.local.platform.CpuMeter;
import io.corridor.local.platform.PlatformSettings;
import io.corridor.local.platform.Ports;
import io.corridor.local.platform.RunningService;
import io.corridor.local.platform.ServiceDefinition;
import io.corridor.local.platform.ServiceHost;
import io.corridor.local.platform.Services;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Each member-level service alone over what is on its topics already, and reference jobs with the
 * same rows, bytes and outputs over the same topics.
 */
final class ServiceSpeed {
  private static final String GROUP = "service throughput, alone";
  private static final String OUTPUT = "bench.reference.v1";
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final double NANOS = 1e9;
  private static final int NANOS_A_MICRO = 1000;
  private static final double AIM = 0.5;

  private final Plant plant;
  private final BenchReport report;
  private final long claims;

  ServiceSpeed(Plant plant, BenchReport report, long claims) {
    this.plant = plant;
    this.report = report;
    this.claims = claims;
  }

  /** Runs the services one after the other: each finds the answers of those before it. */
  void measure(List<String> services) {
    try (Broker broker = new Broker(plant.endpoints())) {
      broker.create(OUTPUT);
      services.forEach(service -> measure(broker, service));
    }
  }

  private void measure(Broker broker, String name) {
    ServiceDefinition definition = Services.named(name);
    ServiceHost host =
        new ServiceHost(
            plant.layout(),
            plant.endpoints(),
            Optional.of(PlatformSettings.BACKFILL_COMMIT_INTERVAL),
            Map.of(),
            PlatformSettings.DEVELOPMENT_SECRET,
            false);
    CpuMeter cpu = new CpuMeter(List.of());
    List<String> inputs;
    double seconds;
    double micros;
    ReferenceJob.Work work;
    try (RunningService service = host.start(definition, Ports.free(1).getFirst())) {
      Stage stage = service.context().getBean(Stage.class);
      List<String> outputs = stage.outputs().stream().map(Topic::name).toList();
      Map<String, Long> before = broker.ends(outputs);
      long start = System.nanoTime();
      service.awaitRunning();
      await(service);
      seconds = (System.nanoTime() - start) / NANOS;
      micros = cpu.nanos().getOrDefault(name, 0L) / (double) NANOS_A_MICRO / claims;
      inputs = inputs(broker.topics(), stage);
      work = work(service, broker, outputs, before);
    }
    double perSecond = claims / seconds;
    double same = claims / (run("same", name, inputs, work) / NANOS);
    double single = claims / (run("single", name, inputs, ReferenceJob.Work.SINGLE) / NANOS);
    report.add(
        Measure.of(GROUP, name, perSecond, "claims/s")
            .against(same)
            .aim("ratio at least 0.5", perSecond / same >= AIM));
    report.add(
        Measure.of(GROUP, name + ", against one row a record", perSecond, "claims/s")
            .against(single));
    report.add(Measure.of(GROUP, name + ", its thread", micros, "CPU us a claim"));
    report.add(Measure.of(GROUP, name + ", rows a record", work.rows(), "rows written"));
    report.add(Measure.of(GROUP, name + ", outputs a record", work.outputs(), "records sent"));
  }

  private long run(String kind, String name, List<String> inputs, ReferenceJob.Work work) {
    String job = kind + "-" + name;
    Path state = plant.layout().root().resolve("state").resolve(job);
    return ReferenceJob.run(job, plant.endpoints(), state, inputs, work, OUTPUT);
  }

  private void await(RunningService service) {
    try (CaughtUp caughtUp =
        new CaughtUp(
            plant.endpoints().kafka(),
            service.group().stream().toList(),
            () -> Optional.of(Map.of()))) {
      caughtUp.await(PATIENCE, round -> {});
    }
  }

  private static List<String> inputs(Set<String> topics, Stage stage) {
    return stage.sources().stream()
        .map(source -> source.topic().name())
        .filter(topics::contains)
        .toList();
  }

  private static ReferenceJob.Work work(
      RunningService service, Broker broker, List<String> outputs, Map<String, Long> before) {
    StoreMeter.Counts counts = service.context().getBean(FoldSettings.class).storeMeter().counts();
    double records = Math.max(1, records(service));
    long sent =
        broker.ends(outputs).entrySet().stream()
            .mapToLong(end -> end.getValue() - before.getOrDefault(end.getKey(), 0L))
            .sum();
    int rowBytes = (int) (counts.bytesWritten() / Math.max(1, counts.rowsWritten()));
    return new ReferenceJob.Work(
        counts.rowsWritten() / records, rowBytes, sent / records, OUTPUT_BYTES);
  }

  /** Bytes of an output of the reference: near the average of the services' own. */
  private static final int OUTPUT_BYTES = 600;

  /** Records of the sources that the fold has taken in; its own loop and parts do not count. */
  private static double records(RunningService service) {
    return service
        .context()
        .getBean(MeterRegistry.class)
        .find("corridor.fold.records")
        .counters()
        .stream()
        .filter(counter -> {
          String topic = String.valueOf(counter.getId().getTag("topic"));
          return Topics.named(topic).isPresent() && !Topics.isLoop(topic);
        })
        .mapToDouble(io.micrometer.core.instrument.Counter::count)
        .sum();
  }
}
