package io.corridor.settlement.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.boot.CorridorProperties;
import io.corridor.common.boot.ServiceTopology;
import io.corridor.common.streams.Stage;
import io.corridor.settlement.SettlementApplication;
import io.corridor.settlement.SettlementStage;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class SettlementConfigurationTest {

  @Test
  void theApplicationSuppliesItsStage() {
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(SettlementApplication.class)
            .web(WebApplicationType.NONE)
            .lazyInitialization(true)
            .run()) {
      assertThat(context.getBean(Stage.class)).isInstanceOf(SettlementStage.class);
      assertThat(context.getBean(ServiceTopology.class).service()).isEqualTo("settlement");
      assertThat(context.getBean(CorridorProperties.class).commitInterval()).isEqualTo(100);
    }
  }
}
