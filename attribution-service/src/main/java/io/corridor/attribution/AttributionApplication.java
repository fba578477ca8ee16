package io.corridor.attribution;

import io.corridor.common.boot.CorridorServiceConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The attribution service: who is accountable for whom, month by month, and why. */
@SpringBootApplication
@Import(CorridorServiceConfiguration.class)
public class AttributionApplication {

  /** Starts the service. */
  public static void main(String[] arguments) {
    SpringApplication.run(AttributionApplication.class, arguments);
  }
}
