package io.corridor.common.boot;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Live while RUNNING or REBALANCING. */
final class StreamsHealth implements HealthIndicator {

  private final StreamsService service;

  StreamsHealth(StreamsService service) {
    this.service = service;
  }

  @Override
  public Health health() {
    Health.Builder health = service.alive() ? Health.up() : Health.down();
    return health.withDetail("state", service.state().name()).build();
  }
}
