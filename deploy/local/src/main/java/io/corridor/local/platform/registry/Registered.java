package io.corridor.local.platform.registry;

import org.apache.avro.Schema;

/**
 * One version of a subject.
 *
 * @param subject subject, {@code <topic>-value}
 * @param version version within the subject, from 1
 * @param id id of the schema; equal schemas share it whatever their subject
 * @param schema the schema
 */
record Registered(String subject, int version, int id, Schema schema) {

  /** Schema text; two schemas are the same if and only if their texts are. */
  String text() {
    return schema.toString();
  }
}
