package io.corridor.quality;

import io.corridor.common.boot.CorridorServiceConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The quality service: gaps in care and quality scores. */
@SpringBootApplication
@Import(CorridorServiceConfiguration.class)
public class QualityApplication {

  /** Starts the service. */
  public static void main(String[] arguments) {
    SpringApplication.run(QualityApplication.class, arguments);
  }
}
