package io.corridor.attribution.config;

import io.corridor.attribution.AttributionStage;
import io.corridor.common.streams.Stage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one bean of the service. */
@Configuration(proxyBeanMethods = false)
public class AttributionConfiguration {

  @Bean
  Stage attributionStage() {
    return new AttributionStage();
  }
}
