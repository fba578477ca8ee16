package io.corridor.common.streams;

import io.corridor.schemas.serde.SchemaRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;

/**
 * What a fold needs from outside.
 *
 * @param registry schema registry
 * @param partitions partitions of the co-partitioned topics
 * @param clock stamps envelopes; no rule sees it
 * @param nanoTime limits slices; no rule sees it
 * @param meters where meters are registered
 * @param storeMeter counts rows and bytes
 * @param failures attempts by partition, shared by the tasks of a service
 * @param idleCommit commits when nothing is left to do, shared by the tasks of a service
 * @param frozenReader reads own frozen topics
 * @param stores makes the store of a name: on disk in a service, in memory in a test
 */
public record FoldSettings(
    SchemaRegistry registry,
    int partitions,
    InstantSource clock,
    LongSupplier nanoTime,
    MeterRegistry meters,
    StoreMeter storeMeter,
    Failures failures,
    IdleCommit idleCommit,
    FrozenReader frozenReader,
    Function<String, KeyValueBytesStoreSupplier> stores) {}
