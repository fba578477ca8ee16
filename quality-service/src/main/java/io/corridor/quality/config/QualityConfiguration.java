package io.corridor.quality.config;

import io.corridor.common.streams.Stage;
import io.corridor.quality.QualityStage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one bean of the service. */
@Configuration(proxyBeanMethods = false)
public class QualityConfiguration {

  @Bean
  Stage qualityStage() {
    return new QualityStage();
  }
}
