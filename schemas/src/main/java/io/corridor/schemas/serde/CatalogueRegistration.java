package io.corridor.schemas.serde;

import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Registers the schemas of a release, in catalogue order, before any of its services starts, and
 * has the registry enforce each topic's compatibility rule from then on.
 */
public final class CatalogueRegistration {

  private CatalogueRegistration() {}

  /**
   * Registers what the catalogue's topics need; repeating it changes nothing.
   *
   * @param registry a client that may register
   * @return schema ids by subject, in catalogue order
   * @throws RegistryException if the registry cannot be reached or finds a schema incompatible
   */
  public static Map<String, Integer> register(HttpSchemaRegistry registry) {
    Map<String, Integer> ids = new LinkedHashMap<>();
    for (Topic<?> topic : Topics.created()) {
      if (topic.typed()) {
        // The rule follows the schema: some registries know no rule of a subject without schemas.
        ids.put(topic.subject(), registry.idOf(topic.subject(), topic.schema()));
        registry.setCompatibility(topic.subject(), topic.kind().compatibility().name());
      }
    }
    return ids;
  }
}
