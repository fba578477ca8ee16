/** The fold over rows on Kafka Streams: one processor, one store a service. */
@NullMarked
package io.corridor.common.streams;

import org.jspecify.annotations.NullMarked;
