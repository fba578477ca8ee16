package io.corridor.notification.config;

import io.corridor.common.streams.Stage;
import io.corridor.notification.NotificationStage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** Beans of the service. Its own defaults come last, so that any other setting wins. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:io/corridor/notification/config/notification.properties")
public class NotificationConfiguration {

  @Bean
  Stage stage() {
    return NotificationStage.load();
  }
}
