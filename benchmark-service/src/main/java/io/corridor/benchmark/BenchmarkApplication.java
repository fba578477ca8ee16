package io.corridor.benchmark;

import io.corridor.common.boot.CorridorServiceConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Running cost against budget, to the member and the cent. */
@SpringBootApplication
@Import(CorridorServiceConfiguration.class)
public class BenchmarkApplication {

  /** Runs the service alone, against external infrastructure. */
  public static void main(String[] args) {
    SpringApplication.run(BenchmarkApplication.class, args);
  }
}
