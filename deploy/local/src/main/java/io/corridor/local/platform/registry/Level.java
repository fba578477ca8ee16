package io.corridor.local.platform.registry;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;

/** Compatibility levels, by the names that Confluent's API gives them. */
public enum Level {
  /** Anything goes. */
  NONE,
  /** Readers of the new schema read what the latest one wrote. */
  BACKWARD,
  /** Readers of the new schema read what any earlier one wrote. */
  BACKWARD_TRANSITIVE,
  /** Readers of the latest schema read what the new one writes. */
  FORWARD,
  /** Readers of any earlier schema read what the new one writes. */
  FORWARD_TRANSITIVE,
  /** Both directions, against the latest. */
  FULL,
  /** Both directions, against all. */
  FULL_TRANSITIVE;

  /**
   * Checks a new schema.
   *
   * @param candidate the new schema
   * @param earlier all earlier ones, oldest first
   * @return what does not fit, without any data; empty when it fits
   */
  List<String> problems(Schema candidate, List<Schema> earlier) {
    if (this == NONE || earlier.isEmpty()) {
      return List.of();
    }
    try {
      // Avro's validators want the newest first.
      validator().validate(candidate, earlier.reversed());
      return List.of();
    } catch (SchemaValidationException e) {
      String message = e.getMessage();
      return List.of(message == null ? "not compatible under " + this : message);
    }
  }

  private SchemaValidator validator() {
    SchemaValidatorBuilder builder = new SchemaValidatorBuilder();
    return switch (this) {
      case BACKWARD -> builder.canReadStrategy().validateLatest();
      case BACKWARD_TRANSITIVE -> builder.canReadStrategy().validateAll();
      case FORWARD -> builder.canBeReadStrategy().validateLatest();
      case FORWARD_TRANSITIVE -> builder.canBeReadStrategy().validateAll();
      case FULL -> builder.mutualReadStrategy().validateLatest();
      case FULL_TRANSITIVE -> builder.mutualReadStrategy().validateAll();
      case NONE -> throw new IllegalStateException("NONE has no validator");
    };
  }
}
