package io.corridor.local.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole platform of one data directory: lock, infrastructure, topics, schemas and services,
 * started in this order and stopped in reverse.
 */
public final class Platform implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Platform.class);

  private final Layout layout;
  private final PlatformLock lock;
  private final List<RunningService> services = new ArrayList<>();
  private Optional<Infrastructure> infrastructure = Optional.empty();
  private RunFile run = RunFile.begin();

  private final Thread atExit =
      Thread.ofPlatform().name("stop-platform").unstarted(this::stopAtExit);
  private boolean closed;

  private Platform(Layout layout, PlatformLock lock) {
    this.layout = layout;
    this.lock = lock;
  }

  /**
   * Starts everything; returns when every service runs.
   *
   * @throws PlatformException PLATFORM_LOCKED when the directory is in use, others when a part does
   *     not start
   */
  public static Platform start(PlatformSettings settings, Progress progress) {
    Layout layout = new Layout(settings.data()).create();
    Platform platform = new Platform(layout, PlatformLock.take(layout));
    Runtime.getRuntime().addShutdownHook(platform.atExit);
    try {
      platform.record(platform.run);
      platform.startAll(settings, progress);
      progress.done();
      return platform;
    } catch (RuntimeException | Error e) {
      platform.close();
      throw e;
    }
  }

  /** Where broker, registry and database are. */
  public Endpoints endpoints() {
    return infrastructure.orElseThrow(() -> new IllegalStateException("not started")).endpoints();
  }

  /** The services that run. */
  public List<RunningService> services() {
    return List.copyOf(services);
  }

  /** The service of this name, if it runs. */
  public Optional<RunningService> service(String name) {
    return services.stream().filter(s -> s.name().equals(name)).findFirst();
  }

  /** What the run file says. */
  public RunFile run() {
    return run;
  }

  /** Where the data is. */
  public Layout layout() {
    return layout;
  }

  /** Stops everything in reverse order; goes on when a part does not stop cleanly. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    for (RunningService service : services.reversed()) {
      quietly("service " + service.name(), service);
    }
    services.clear();
    infrastructure.ifPresent(i -> quietly("infrastructure", i));
    infrastructure = Optional.empty();
    quietly("lock", lock);
    if (Thread.currentThread() != atExit) {
      forgetExit();
    }
  }

  /** The process is asked to end, at whatever point: nothing may be left over. */
  private void stopAtExit() {
    close();
    Child.of("postgres", EmbeddedDatabase.pidIn(layout.database()), layout.database().toString())
        .ifPresent(Child::stop);
  }

  private void forgetExit() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      LOG.debug("the process is ending already");
    }
  }

  private void startAll(PlatformSettings settings, Progress progress) {
    progress.step("Starting the infrastructure");
    Infrastructure started =
        Infrastructure.start(
            layout, settings.external(), database(settings), child -> record(run.withChild(child)));
    infrastructure = Optional.of(started);
    Endpoints endpoints = started.endpoints();
    record(run.withEndpoints(endpoints));
    progress.step("Creating topics and registering schemas");
    Catalogue catalogue = new Catalogue(endpoints, settings.external().kafka().isEmpty());
    catalogue.createTopics();
    catalogue.registerSchemas();
    startServices(settings, endpoints, progress);
  }

  private static Infrastructure.Database database(PlatformSettings settings) {
    if (settings.services().stream().noneMatch(ServiceDefinition::database)) {
      return Infrastructure.Database.NONE;
    }
    return settings.durable() ? Infrastructure.Database.DURABLE : Infrastructure.Database.TEMPORARY;
  }

  private void startServices(PlatformSettings settings, Endpoints endpoints, Progress progress) {
    ServiceHost host =
        new ServiceHost(
            layout,
            endpoints,
            settings.commitInterval(),
            settings.portal(),
            settings.identitySecret(),
            false);
    List<Integer> ports = Ports.free(settings.services().size());
    List<RunFile.Service> running = new ArrayList<>();
    for (int i = 0; i < settings.services().size(); i++) {
      ServiceDefinition service = settings.services().get(i);
      progress.step("Starting " + service.name());
      progress.at(i, settings.services().size());
      int port =
          service.name().equals("portal") && settings.portalPort() > 0
              ? settings.portalPort()
              : ports.get(i);
      RunningService started = host.start(service, port);
      services.add(started);
      running.add(new RunFile.Service(service.name(), port, started.group().orElse("")));
      record(run.withServices(running));
    }
    if (!services.isEmpty()) {
      progress.step("Waiting for every service to run");
      services.forEach(RunningService::awaitRunning);
    }
  }

  private synchronized void record(RunFile next) {
    run = next;
    next.write(layout.runFile());
  }

  private static void quietly(String what, AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.error("{} did not stop cleanly", what, e);
    }
  }
}
