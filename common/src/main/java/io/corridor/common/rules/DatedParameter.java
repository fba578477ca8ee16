package io.corridor.common.rules;

import io.corridor.common.money.Rate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A value that a regulation or a decision sets, by the day it begins to hold. A new law is a new
 * row. Loading fails without a label, a unit, a reference or a value.
 */
public final class DatedParameter {

  private final String label;
  private final String citation;
  private final NavigableMap<LocalDate, Rate> values;

  private DatedParameter(String label, String citation, NavigableMap<LocalDate, Rate> values) {
    this.label = label;
    this.citation = citation;
    this.values = values;
  }

  /**
   * Reads a YAML resource: {@code label}, {@code unit}, {@code reference: {title, href}} and {@code
   * values} by date.
   *
   * @param anchor class whose package holds the resource
   * @throws IllegalStateException if something is missing
   */
  public static DatedParameter load(Class<?> anchor, String resource) {
    try (InputStream in = anchor.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("parameter " + resource + " is missing");
      }
      Map<String, Object> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      String citation = text(map(yaml, "reference", resource), "title", resource);
      text(yaml, "unit", resource);
      NavigableMap<LocalDate, Rate> values = new TreeMap<>();
      map(yaml, "values", resource)
          .forEach((from, value) -> values.put(day(from, resource), Rate.of(value.toString())));
      if (values.isEmpty()) {
        throw new IllegalStateException("parameter " + resource + " has no value");
      }
      return new DatedParameter(text(yaml, "label", resource), citation, values);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static LocalDate day(Object key, String resource) {
    if (key instanceof java.util.Date date) {
      return LocalDate.ofInstant(date.toInstant(), java.time.ZoneOffset.UTC);
    }
    if (key instanceof String text) {
      return LocalDate.parse(text);
    }
    throw new IllegalStateException("parameter " + resource + ": a value has no date");
  }

  @SuppressWarnings("unchecked")
  private static Map<Object, Object> map(Map<?, ?> yaml, String key, String resource) {
    if (yaml.get(key) instanceof Map<?, ?> map) {
      return (Map<Object, Object>) map;
    }
    throw new IllegalStateException("parameter " + resource + " has no " + key);
  }

  private static String text(Map<?, ?> yaml, String key, String resource) {
    Object value = yaml.get(key);
    if (value == null || value.toString().isBlank()) {
      throw new IllegalStateException("parameter " + resource + " has no " + key);
    }
    return value.toString();
  }

  /** What the value is. */
  public String label() {
    return label;
  }

  /** Where it is set. */
  public String citation() {
    return citation;
  }

  /**
   * The value that holds on a day.
   *
   * @throws IllegalArgumentException before the first value
   */
  public Rate on(LocalDate day) {
    Map.Entry<LocalDate, Rate> entry = values.floorEntry(day);
    if (entry == null) {
      throw new IllegalArgumentException(label + " has no value that early");
    }
    return entry.getValue();
  }
}
