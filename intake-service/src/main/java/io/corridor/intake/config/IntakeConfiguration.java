package io.corridor.intake.config;

import io.corridor.common.boot.CorridorProperties;
import io.corridor.common.boot.CorridorServiceConfiguration;
import io.corridor.common.boot.ServiceTopology;
import io.corridor.common.streams.Failures;
import io.corridor.common.streams.IdleCommit;
import io.corridor.intake.door.IntakeSettings;
import io.corridor.intake.door.IntakeTopology;
import io.corridor.schemas.serde.SchemaRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.apache.kafka.streams.Topology;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/**
 * Supplies the topology of intake to the base that every service shares. Its own defaults come
 * last, so that any other setting wins.
 */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:io/corridor/intake/config/intake.properties")
@Import(CorridorServiceConfiguration.class)
public class IntakeConfiguration {

  @Bean
  ServiceTopology intakeTopology(
      CorridorProperties properties,
      SchemaRegistry registry,
      InstantSource clock,
      MeterRegistry meters,
      Failures failures,
      IdleCommit idleCommit) {
    IntakeSettings settings =
        new IntakeSettings(
            registry, properties.identity().secret(), clock, meters, failures, idleCommit);
    return new ServiceTopology() {
      @Override
      public String service() {
        return IntakeTopology.SERVICE;
      }

      @Override
      public void addTo(Topology topology) {
        IntakeTopology.addTo(topology, settings);
      }
    };
  }
}
