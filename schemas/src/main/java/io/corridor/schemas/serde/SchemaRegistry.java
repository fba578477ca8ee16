package io.corridor.schemas.serde;

import org.apache.avro.Schema;

/** Gives schemas ids and ids schemas. Implementations are safe for use by many threads. */
public interface SchemaRegistry {

  /**
   * Id of a schema under a subject; registers it where the implementation is allowed to.
   *
   * @param subject topic name and {@code -value}
   * @throws RegistryException if the registry cannot be reached, refuses the schema or does not
   *     know it
   */
  int idOf(String subject, Schema schema);

  /**
   * The schema that was given this id.
   *
   * @throws UnknownSchemaException if the registry answers that there is none
   * @throws RegistryException if the registry cannot be reached
   */
  Schema byId(int id);
}
