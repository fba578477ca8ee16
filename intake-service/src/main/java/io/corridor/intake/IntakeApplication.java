package io.corridor.intake;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The intake service on its own. */
@SpringBootApplication
public class IntakeApplication {

  /** Starts the service; settings come from the environment or the command line. */
  public static void main(String[] args) {
    SpringApplication.run(IntakeApplication.class, args);
  }
}
