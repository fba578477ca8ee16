package io.corridor.settlement.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.boot.ServiceTopology;
import io.corridor.common.streams.Stage;
import io.corridor.settlement.SettlementApplication;
import io.corridor.settlement.SettlementStage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/** The whole context, with its topology built and nothing started. */
class SettlementConfigurationTest {

  /** Keeps the streams from looking for a broker. */
  private static final BeanPostProcessor NOT_STARTED =
      new BeanPostProcessor() {
        @Override
        public Object postProcessBeforeInitialization(Object bean, String name) {
          if (bean instanceof StreamsBuilderFactoryBean streams) {
            streams.setAutoStartup(false);
          }
          return bean;
        }
      };

  private static ConfigurableApplicationContext context() {
    return new SpringApplicationBuilder(SettlementApplication.class)
        .web(WebApplicationType.NONE)
        .initializers(context -> context.getBeanFactory().addBeanPostProcessor(NOT_STARTED))
        .run(
            "--corridor.kafka.bootstrap-servers=127.0.0.1:1",
            "--corridor.registry.url=http://127.0.0.1:1");
  }

  @Test
  void theApplicationSuppliesItsStage() {
    try (ConfigurableApplicationContext context = context()) {
      assertThat(context.getBean(Stage.class)).isInstanceOf(SettlementStage.class);
      assertThat(context.getBean(ServiceTopology.class).service()).isEqualTo("settlement");
    }
  }
}
