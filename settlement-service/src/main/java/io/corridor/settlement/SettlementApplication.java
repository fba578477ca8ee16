package io.corridor.settlement;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Runs the settlement service on its own, against external Kafka and registry. */
@SpringBootApplication
public class SettlementApplication {

  /** Starts the service. */
  public static void main(String[] args) {
    SpringApplication.run(SettlementApplication.class, args);
  }
}
