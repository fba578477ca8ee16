package io.corridor.notification.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.boot.CorridorProperties;
import io.corridor.common.boot.ServiceTopology;
import io.corridor.common.streams.Stage;
import io.corridor.notification.NotificationApplication;
import io.corridor.notification.NotificationStage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/** The whole context, with its topology built and nothing started. */
class NotificationConfigurationTest {

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

  private static ConfigurableApplicationContext context(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--corridor.kafka.bootstrap-servers=127.0.0.1:1",
                "--corridor.registry.url=http://127.0.0.1:1"));
    arguments.addAll(List.of(more));
    return new SpringApplicationBuilder(NotificationApplication.class)
        .web(WebApplicationType.NONE)
        .initializers(context -> context.getBeanFactory().addBeanPostProcessor(NOT_STARTED))
        .run(arguments.toArray(String[]::new));
  }

  @Test
  void theApplicationSuppliesItsStage() {
    try (ConfigurableApplicationContext context = context()) {
      assertThat(context.getBean(Stage.class)).isInstanceOf(NotificationStage.class);
      assertThat(context.getBean(ServiceTopology.class).service()).isEqualTo("notification");
    }
  }

  @Test
  @DisplayName("an alert is committed within ten milliseconds unless the installation says otherwise")
  void commitInterval() {
    try (ConfigurableApplicationContext context = context()) {
      assertThat(context.getBean(CorridorProperties.class).commitInterval()).isEqualTo(10);
    }
    try (ConfigurableApplicationContext context = context("--corridor.commit-interval=1000")) {
      assertThat(context.getBean(CorridorProperties.class).commitInterval()).isEqualTo(1000);
    }
  }
}
