/**
 * The door and the ledger on Kafka Streams: lines and inbox records in, changes, rejections and
 * counts out.
 */
@NullMarked
package io.corridor.intake.door;

import org.jspecify.annotations.NullMarked;
