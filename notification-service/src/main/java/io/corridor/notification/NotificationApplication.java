package io.corridor.notification;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Runs the notification service on its own, against external Kafka and registry. */
@SpringBootApplication
public class NotificationApplication {

  /** Starts the service. */
  public static void main(String[] args) {
    SpringApplication.run(NotificationApplication.class, args);
  }
}
