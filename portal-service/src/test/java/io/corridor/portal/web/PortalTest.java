package io.corridor.portal.web;

import io.corridor.portal.PortalApplication;
import io.corridor.portal.readmodel.Records;
import io.corridor.portal.readmodel.Sample;
import io.corridor.portal.readmodel.TestDatabase;
import io.corridor.schemas.serde.SchemaRegistry;
import io.corridor.schemas.topic.PrefixPartitioner;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The portal with a real database, filled with the sample, and topics that only remember. */
@SpringBootTest(
    classes = PortalApplication.class,
    properties = {
      "corridor.portal.consume=false",
      "corridor.portal.demo=true",
      "corridor.portal.users.coordinator.name=Juniper Ashby",
      "corridor.portal.users.coordinator.role=COORDINATOR",
      "corridor.portal.users.coordinator.password=calls",
      "corridor.portal.users.coordinator.acos=harborlight",
      "corridor.portal.users.practice.name=Rowan Alder",
      "corridor.portal.users.practice.role=PRACTICE",
      "corridor.portal.users.practice.password=list",
      "corridor.portal.users.practice.tins=" + Sample.TIN,
      "corridor.portal.users.analyst.name=Tobias Merriweather",
      "corridor.portal.users.analyst.role=ANALYST",
      "corridor.portal.users.analyst.password=figures",
      "corridor.portal.users.analyst.acos=harborlight",
      "corridor.portal.users.operator.name=Imogen Vale",
      "corridor.portal.users.operator.role=OPERATOR",
      "corridor.portal.users.operator.password=feeds",
      "corridor.portal.users.operator.acos=*",
    })
@AutoConfigureMockMvc
@Import(PortalTest.Platform.class)
abstract class PortalTest {

  @TestConfiguration(proxyBeanMethods = false)
  static class Platform {

    @Bean
    SchemaRegistry schemaRegistry(DataSource source) {
      TestDatabase.migrate(source);
      SchemaRegistry registry = Records.registry();
      TestDatabase.project(source, registry, Sample.all());
      return registry;
    }

    @Bean
    InstantSource portalClock() {
      return InstantSource.fixed(Sample.NOW);
    }

    @Bean
    Producer<String, byte[]> portalProducer() {
      return new MockProducer<>(
          true, new PrefixPartitioner(), new StringSerializer(), new ByteArraySerializer());
    }
  }

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    String url = TestDatabase.newUrl();
    properties.add("spring.datasource.url", () -> url);
    properties.add("spring.datasource.username", () -> "postgres");
    properties.add("spring.datasource.password", () -> "");
  }
}
