package io.corridor.schemas.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.corridor.schemas.serde.SchemaText;
import io.corridor.schemas.topic.Topic;
import io.corridor.schemas.topic.Topics;
import java.util.List;
import java.util.Locale;
import org.apache.avro.Schema;

/** The catalogue as an AsyncAPI 3 document: a channel for every topic with Avro values. */
final class AsyncApi {

  private static final String BINDING = "0.5.0";
  private static final String AVRO = "application/vnd.apache.avro+json;version=1.9.0";

  private static final ObjectMapper JSON = new ObjectMapper();

  private AsyncApi() {}

  static JsonNode document() {
    List<Topic<?>> topics = Topics.created().stream().filter(Topic::typed).toList();
    ObjectNode root = JSON.createObjectNode();
    root.put("asyncapi", "3.0.0");
    root.putObject("info")
        .put("title", "Corridor")
        .put("version", CatalogueDocs.RELEASE)
        .put(
            "description",
            "Live accountable-care operations on Kafka. Keys are UTF-8 text, parts joined by |;"
                + " values are Avro in the Confluent wire format. Written from the topic"
                + " catalogue.");
    root.put("defaultContentType", "application/vnd.apache.avro+binary");
    ObjectNode channels = root.putObject("channels");
    ObjectNode operations = root.putObject("operations");
    ObjectNode schemas = root.putObject("components").putObject("schemas");
    for (Topic<?> topic : topics) {
      channels.set(id(topic.name()), channel(topic));
      operations(topic, operations);
      if (!schemas.has(topic.schema().getName())) {
        schemas.set(topic.schema().getName(), schema(topic.schema()));
      }
    }
    return root;
  }

  private static String id(String text) {
    return text.toLowerCase(Locale.ROOT).replace('.', '-').replace(' ', '-');
  }

  private static ObjectNode channel(Topic<?> topic) {
    ObjectNode channel = JSON.createObjectNode();
    channel.put("address", topic.name());
    channel.put("description", topic.doc());
    ObjectNode message = channel.putObject("messages").putObject("value");
    message.put("name", topic.schema().getName());
    message.putObject("payload").put("$ref", "#/components/schemas/" + topic.schema().getName());
    ObjectNode kafka = message.putObject("bindings").putObject("kafka");
    kafka.putObject("key").put("type", "string").put("description", topic.keyDoc());
    kafka.put("schemaIdLocation", "payload");
    kafka.put("schemaIdPayloadEncoding", "confluent");
    kafka.put("bindingVersion", BINDING);
    channel.set("bindings", channelBindings(topic));
    channel.put("x-kind", topic.kind().name());
    channel.put("x-owner", topic.owner());
    channel.put("x-privacy", topic.privacy().name());
    channel.put("x-freshness", topic.freshness().toString());
    channel.put("x-broadcast", topic.broadcast());
    channel.put("x-local-partitions", topic.localPartitions());
    channel.put("x-compatibility", topic.kind().compatibility().name());
    return channel;
  }

  private static ObjectNode channelBindings(Topic<?> topic) {
    ObjectNode bindings = JSON.createObjectNode();
    ObjectNode kafka = bindings.putObject("kafka");
    kafka.put("topic", topic.name());
    kafka.put("partitions", topic.deploymentPartitions());
    ObjectNode configuration = kafka.putObject("topicConfiguration");
    configuration.putArray("cleanup.policy").add(topic.kind().cleanupPolicy());
    configuration.put("retention.ms", Long.parseLong(topic.config().get("retention.ms")));
    configuration.put("retention.bytes", -1);
    String largest = topic.config().get("max.message.bytes");
    if (largest != null) {
      configuration.put("max.message.bytes", Integer.parseInt(largest));
    }
    kafka.put("bindingVersion", BINDING);
    return bindings;
  }

  private static void operations(Topic<?> topic, ObjectNode operations) {
    operation(operations, topic.writer(), "send", topic);
    for (String reader : topic.readers()) {
      operation(operations, reader, "receive", topic);
    }
  }

  private static void operation(ObjectNode operations, String who, String action, Topic<?> topic) {
    ObjectNode operation = operations.putObject(id(who) + "-" + action + "s-" + id(topic.name()));
    operation.put("action", action);
    operation.putObject("channel").put("$ref", "#/channels/" + id(topic.name()));
    operation.put("x-service", who);
  }

  private static ObjectNode schema(Schema schema) {
    ObjectNode multiFormat = JSON.createObjectNode();
    multiFormat.put("schemaFormat", AVRO);
    try {
      multiFormat.set("schema", JSON.readTree(SchemaText.of(schema)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A schema's own text is not JSON", e);
    }
    return multiFormat;
  }
}
