package io.corridor.common.boot;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of a service, under {@code corridor}.
 *
 * @param kafka broker
 * @param registry schema registry
 * @param stateDir directory of the stores
 * @param commitInterval milliseconds between commits: 100 live, 1000 in a backfill
 * @param partitions partitions of the member topics, fixed for the life of a topic version
 * @param identity identity settings
 */
@ConfigurationProperties("corridor")
public record CorridorProperties(
    @DefaultValue Kafka kafka,
    @DefaultValue Registry registry,
    @DefaultValue("state") String stateDir,
    @DefaultValue("100") long commitInterval,
    @DefaultValue("4") int partitions,
    @DefaultValue Identity identity) {

  /** Where the broker is. */
  public record Kafka(@DefaultValue("127.0.0.1:9092") String bootstrapServers) {}

  /**
   * Where the schema registry is.
   *
   * @param url base address of its Confluent REST API
   * @param autoRegister true in development only; otherwise schemas are looked up
   */
  public record Registry(
      @DefaultValue("http://127.0.0.1:8081") String url,
      @DefaultValue("false") boolean autoRegister) {}

  /**
   * Identity settings.
   *
   * @param secret key of the member surrogates; another key gives other surrogates
   */
  public record Identity(@DefaultValue("development-only") String secret) {

    @Override
    public String toString() {
      return "Identity[masked]";
    }
  }
}
