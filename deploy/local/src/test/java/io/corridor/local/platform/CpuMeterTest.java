package io.corridor.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CpuMeterTest {

  @ParameterizedTest
  @CsvSource({
    "corridor-benchmark-1f-StreamThread-1,benchmark",
    "kafka-producer-network-thread | corridor-intake-1f-StreamThread-1-producer,intake",
    "kafka-producer-network-thread | corridor-platform-writer,launcher",
    "portal-live,portal",
    "main,launcher",
    "registry-1,registry",
    "http-nio-127.0.0.1-4711-exec-1,http",
    "data-plane-kafka-request-handler-0,broker",
    "raft-io-thread,broker"
  })
  void threadsTellWhoseTheyAre(String thread, String part) {
    assertThat(CpuMeter.part(thread)).isEqualTo(part);
  }
}
