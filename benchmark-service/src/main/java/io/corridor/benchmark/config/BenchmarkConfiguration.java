package io.corridor.benchmark.config;

import io.corridor.benchmark.budget.BenchmarkStage;
import io.corridor.common.streams.Stage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one stage of the service. */
@Configuration(proxyBeanMethods = false)
class BenchmarkConfiguration {

  @Bean
  Stage benchmarkStage() {
    return new BenchmarkStage();
  }
}
