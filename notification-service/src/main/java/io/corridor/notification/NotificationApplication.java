package io.corridor.notification;

import io.corridor.common.boot.CorridorServiceConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Runs the notification service on its own, against external Kafka and registry. */
@SpringBootApplication
@Import(CorridorServiceConfiguration.class)
public class NotificationApplication {

  /** Starts the service. */
  public static void main(String[] args) {
    SpringApplication.run(NotificationApplication.class, args);
  }
}
