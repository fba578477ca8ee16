/** A small schema registry with Confluent's REST API that keeps its state in a compacted topic. */
@NullMarked
package io.corridor.local.platform.registry;

import org.jspecify.annotations.NullMarked;
