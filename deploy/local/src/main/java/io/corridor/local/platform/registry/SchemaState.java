package io.corridor.local.platform.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.jspecify.annotations.Nullable;

/**
 * What the registry knows: subjects, versions, ids and compatibility levels. Not thread-safe; its
 * owner serialises access. It grows by one entry a registered schema version and is never large.
 */
final class SchemaState {

  private final Map<String, List<Registered>> subjects = new TreeMap<>();
  private final Map<Integer, Schema> byId = new HashMap<>();
  private final Map<String, Integer> idByText = new HashMap<>();
  private final Map<String, Level> levels = new HashMap<>();
  private Level global = Level.BACKWARD_TRANSITIVE;

  /** Parses a schema text. */
  static Schema parse(String text) {
    try {
      return new Schema.Parser().parse(text);
    } catch (SchemaParseException e) {
      throw RegistryProblem.notASchema(String.valueOf(e.getMessage()));
    }
  }

  List<String> subjects() {
    return List.copyOf(subjects.keySet());
  }

  List<Registered> versions(String subject) {
    List<Registered> versions = subjects.get(subject);
    if (versions == null) {
      throw RegistryProblem.noSubject(subject);
    }
    return versions;
  }

  Registered version(String subject, String version) {
    List<Registered> versions = versions(subject);
    if (version.equals("latest") || version.equals("-1")) {
      return versions.getLast();
    }
    int number;
    try {
      number = Integer.parseInt(version);
    } catch (NumberFormatException e) {
      throw RegistryProblem.badVersion(version);
    }
    return versions.stream()
        .filter(r -> r.version() == number)
        .findFirst()
        .orElseThrow(() -> RegistryProblem.noVersion(version));
  }

  Optional<Registered> find(String subject, Schema schema) {
    String text = schema.toString();
    return subjects.getOrDefault(subject, List.of()).stream()
        .filter(r -> r.text().equals(text))
        .findFirst();
  }

  Schema byId(int id) {
    Schema schema = byId.get(id);
    if (schema == null) {
      throw RegistryProblem.noSchema();
    }
    return schema;
  }

  List<Registered> usesOf(int id) {
    byId(id);
    return subjects.values().stream().flatMap(List::stream).filter(r -> r.id() == id).toList();
  }

  /** The version that registering this schema would make; the state does not change. */
  Registered next(String subject, Schema schema) {
    List<Registered> versions = subjects.getOrDefault(subject, List.of());
    List<String> problems = problems(subject, schema, versions);
    if (!problems.isEmpty()) {
      throw RegistryProblem.incompatible(subject, problems.getFirst());
    }
    Integer known = idByText.get(schema.toString());
    int id = known == null ? byId.keySet().stream().max(Integer::compare).orElse(0) + 1 : known;
    int version = versions.isEmpty() ? 1 : versions.getLast().version() + 1;
    return new Registered(subject, version, id, schema);
  }

  List<String> problems(String subject, Schema schema, List<Registered> against) {
    return level(subject).problems(schema, against.stream().map(Registered::schema).toList());
  }

  void put(Registered registered) {
    List<Registered> versions =
        subjects.computeIfAbsent(registered.subject(), s -> new ArrayList<>());
    versions.removeIf(r -> r.version() == registered.version());
    versions.add(registered);
    versions.sort((a, b) -> Integer.compare(a.version(), b.version()));
    byId.put(registered.id(), registered.schema());
    idByText.put(registered.text(), registered.id());
  }

  Level level(@Nullable String subject) {
    return subject == null ? global : levels.getOrDefault(subject, global);
  }

  Optional<Level> ownLevel(String subject) {
    return Optional.ofNullable(levels.get(subject));
  }

  void putLevel(@Nullable String subject, Level level) {
    if (subject == null) {
      global = level;
    } else {
      levels.put(subject, level);
    }
  }
}
