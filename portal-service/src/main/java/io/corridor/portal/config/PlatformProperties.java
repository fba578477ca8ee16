package io.corridor.portal.config;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the platform is, {@code corridor.*}.
 *
 * @param kafka brokers
 * @param registry schema registry
 */
@ConfigurationProperties("corridor")
public record PlatformProperties(Kafka kafka, Registry registry) {

  /** Brokers: {@code host:port}, separated by commas. */
  public record Kafka(String bootstrapServers) {}

  /**
   * Schema registry.
   *
   * @param url base address
   * @param autoRegister true registers schemas that it does not know, in development
   */
  public record Registry(URI url, @DefaultValue("false") boolean autoRegister) {}
}
