package io.corridor.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts one service's own Spring context with the properties agreed for every service. */
public final class ServiceHost {

  private static final Logger LOG = LoggerFactory.getLogger(ServiceHost.class);

  private final Layout layout;
  private final Endpoints endpoints;
  private final Optional<Duration> commitInterval;
  private final Map<String, String> portal;
  private final String identitySecret;
  private final boolean autoRegister;

  /**
   * Starts services on this infrastructure.
   *
   * @param layout where their state is kept
   * @param endpoints broker, registry and database
   * @param commitInterval how often they commit when busy; empty: as each does by itself
   * @param portal settings of the portal by name, without {@code corridor.portal.}
   * @param identitySecret secret of the member surrogate
   * @param autoRegister true: an unknown schema is registered; false: only looked up
   */
  public ServiceHost(
      Layout layout,
      Endpoints endpoints,
      Optional<Duration> commitInterval,
      Map<String, String> portal,
      String identitySecret,
      boolean autoRegister) {
    this.layout = layout;
    this.endpoints = endpoints;
    this.commitInterval = commitInterval;
    this.portal = Map.copyOf(portal);
    this.identitySecret = identitySecret;
    this.autoRegister = autoRegister;
  }

  /** Starts a service and returns when its context is up; its streams may still be joining. */
  public RunningService start(ServiceDefinition service, int port) {
    try {
      Files.createDirectories(layout.state(service.name()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create the state directory of " + service.name(), e);
    }
    SpringApplicationBuilder builder =
        new SpringApplicationBuilder(service.application())
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .registerShutdownHook(false);
    try {
      return new RunningService(service.name(), port, builder.run(arguments(service, port)));
    } catch (RuntimeException e) {
      LOG.error("{} did not start", service.name(), e);
      throw new PlatformException(
          "PLATFORM_SERVICE", service.name() + " did not start; see " + layout.log(), e);
    }
  }

  private String[] arguments(ServiceDefinition service, int port) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--corridor.service=" + service.name());
    arguments.add("--corridor.kafka.bootstrap-servers=" + endpoints.kafka());
    arguments.add("--corridor.registry.url=" + endpoints.registry());
    arguments.add("--corridor.registry.auto-register=" + autoRegister);
    arguments.add("--corridor.state-dir=" + layout.state(service.name()));
    commitInterval.ifPresent(
        interval -> arguments.add("--corridor.commit-interval=" + interval.toMillis()));
    arguments.add("--corridor.identity.secret=" + identitySecret);
    arguments.add("--server.port=" + port);
    arguments.add("--server.address=127.0.0.1");
    arguments.add("--server.tomcat.threads.max=16");
    arguments.add("--server.tomcat.threads.min-spare=1");
    arguments.add("--management.metrics.use-global-registry=false");
    arguments.add("--spring.autoconfigure.exclude=" + AutoConfigurations.notFor(service));
    if (service.name().equals("portal")) {
      portal.forEach((name, value) -> arguments.add("--corridor.portal." + name + "=" + value));
    }
    if (service.database()) {
      arguments.add("--spring.datasource.url=" + endpoints.database());
      arguments.add("--spring.datasource.username=" + endpoints.databaseUser());
      arguments.add("--spring.datasource.password=" + endpoints.databasePassword());
    }
    return arguments.toArray(String[]::new);
  }
}
