package io.corridor.settlement.config;

import io.corridor.common.streams.Stage;
import io.corridor.settlement.SettlementStage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beans of the service. */
@Configuration(proxyBeanMethods = false)
public class SettlementConfiguration {

  @Bean
  Stage stage() {
    return SettlementStage.load();
  }
}
