/**
 * The Confluent wire format over Avro, and clients of a schema registry that speaks Confluent's
 * REST API.
 */
@NullMarked
package io.corridor.schemas.serde;

import org.jspecify.annotations.NullMarked;
