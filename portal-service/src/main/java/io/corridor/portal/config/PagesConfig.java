package io.corridor.portal.config;

import io.corridor.portal.readmodel.ReadDatabase;
import io.corridor.portal.shell.Shells;
import io.corridor.portal.worklist.WorklistQueries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Queries and shell of the pages. */
@Configuration(proxyBeanMethods = false)
class PagesConfig {

  @Bean
  Shells shells(PortalProperties properties) {
    return new Shells(properties.demo());
  }

  @Bean
  WorklistQueries worklistQueries(ReadDatabase database) {
    return new WorklistQueries(database);
  }
}
