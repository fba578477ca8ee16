package io.corridor.notification.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.common.boot.CorridorProperties;
import io.corridor.common.boot.ServiceTopology;
import io.corridor.common.streams.Stage;
import io.corridor.notification.NotificationApplication;
import io.corridor.notification.NotificationStage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class NotificationConfigurationTest {

  private static ConfigurableApplicationContext context(String... arguments) {
    return new SpringApplicationBuilder(NotificationApplication.class)
        .web(WebApplicationType.NONE)
        .lazyInitialization(true)
        .run(arguments);
  }

  @Test
  @DisplayName(
      "an alert is committed within ten milliseconds unless the installation says otherwise")
  void commitInterval() {
    try (ConfigurableApplicationContext context = context()) {
      assertThat(context.getBean(CorridorProperties.class).commitInterval()).isEqualTo(10);
      assertThat(context.getBean(Stage.class)).isInstanceOf(NotificationStage.class);
      assertThat(context.getBean(ServiceTopology.class).service()).isEqualTo("notification");
    }
    try (ConfigurableApplicationContext context = context("--corridor.commit-interval=1000")) {
      assertThat(context.getBean(CorridorProperties.class).commitInterval()).isEqualTo(1000);
    }
  }
}
