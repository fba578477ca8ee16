package io.corridor.portal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.PropertySource;

/**
 * The portal. Several services may live in one JVM, so it reads a properties file of its own name
 * and leaves alone what other services bring to the class path.
 */
@SpringBootApplication(
    excludeName = {
      "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
      "org.springframework.boot.kafka.autoconfigure.metrics.KafkaMetricsAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration"
    })
@ConfigurationPropertiesScan
@PropertySource("classpath:portal/portal.properties")
public class PortalApplication {

  /** Runs the portal alone. */
  public static void main(String[] args) {
    SpringApplication.run(PortalApplication.class, args);
  }
}
