package io.corridor.schemas.serde;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * A registry inside one JVM, for tests and tools. It knows what was registered with it, no more.
 */
public final class InMemorySchemaRegistry implements SchemaRegistry {

  private final Map<Schema, Integer> ids = new HashMap<>();
  private final List<Schema> schemas = new ArrayList<>();

  /** An empty registry. */
  public InMemorySchemaRegistry() {}

  @Override
  public synchronized int idOf(String subject, Schema schema) {
    Schema published = SchemaText.published(schema);
    return ids.computeIfAbsent(
        published,
        added -> {
          schemas.add(added);
          return schemas.size();
        });
  }

  @Override
  public synchronized Schema byId(int id) {
    if (id < 1 || id > schemas.size()) {
      throw new UnknownSchemaException("No schema has the id " + id);
    }
    return schemas.get(id - 1);
  }
}
