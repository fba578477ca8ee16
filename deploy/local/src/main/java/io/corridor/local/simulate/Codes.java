package io.corridor.local.simulate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The code lists of the simulated market, with weights by line of business. Immutable after
 * loading.
 */
final class Codes {
  /** A service that can stand on a claim line; cents is the median price at the Medicare level. */
  record Service(String code, String revenue, int cents, double sigma) {}

  /** A kind of hospital stay; price is relative to the mean stay of the line of business. */
  record Stay(
      String kind,
      String drg,
      String diagnosis,
      String procedure,
      @Nullable Condition condition,
      double days,
      double price) {}

  /** A drug of the formulary; cents is the price of 30 days. */
  record Drug(String ndc, int cents, int units) {}

  /** Weighted choice among things. */
  static final class Weighted<T> {
    private final List<T> items = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();
    private double[] cumulative = {};

    void add(T item, double weight) {
      if (weight > 0) {
        items.add(item);
        weights.add(weight);
        cumulative = new double[items.size()];
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
          sum += weights.get(i);
          cumulative[i] = sum;
        }
      }
    }

    T pick(Draw draw) {
      return items.get(draw.pick(cumulative));
    }

    boolean isEmpty() {
      return items.isEmpty();
    }

    List<T> items() {
      return items;
    }
  }

  private static final Codes INSTANCE = new Codes();

  private final Map<String, Map<Lob, Weighted<Service>>> services = new HashMap<>();
  private final Map<String, Weighted<String>> diagnoses = new HashMap<>();
  private final Map<String, Map<Lob, Weighted<Stay>>> stays = new HashMap<>();
  private final Map<String, Map<Lob, Weighted<Drug>>> drugs = new HashMap<>();
  private final Map<String, Service> serviceByCode = new HashMap<>();
  private final Map<Lob, Map<Condition, Weighted<Stay>>> staysByCondition =
      new EnumMap<>(Lob.class);

  private Codes() {
    for (CodeTable.Row row : CodeTable.read("services.csv")) {
      Service service =
          new Service(
              row.text("code"), row.text("revenue"), row.whole("cents"), row.number("sigma"));
      serviceByCode.putIfAbsent(service.code(), service);
      addByLob(services, row.text("group"), row, service);
    }
    for (CodeTable.Row row : CodeTable.read("diagnoses.csv")) {
      diagnoses
          .computeIfAbsent(row.text("group"), g -> new Weighted<>())
          .add(row.text("code"), row.number("weight"));
    }
    for (CodeTable.Row row : CodeTable.read("stays.csv")) {
      addStay(row);
    }
    for (CodeTable.Row row : CodeTable.read("drugs.csv")) {
      addByLob(
          drugs,
          row.text("group"),
          row,
          new Drug(row.text("ndc"), row.whole("cents"), row.whole("units")));
    }
  }

  static Codes get() {
    return INSTANCE;
  }

  private static <T> void addByLob(
      Map<String, Map<Lob, Weighted<T>>> into, String group, CodeTable.Row row, T item) {
    Map<Lob, Weighted<T>> byLob = into.computeIfAbsent(group, g -> new EnumMap<>(Lob.class));
    for (Lob lob : Lob.values()) {
      byLob
          .computeIfAbsent(lob, l -> new Weighted<>())
          .add(item, row.number(lob.name().toLowerCase(Locale.ROOT)));
    }
  }

  private void addStay(CodeTable.Row row) {
    Condition condition =
        row.text("condition").isEmpty() ? null : Condition.valueOf(row.text("condition"));
    Stay stay =
        new Stay(
            row.text("kind"),
            row.text("drg"),
            row.text("diagnosis"),
            row.text("procedure"),
            condition,
            row.number("days"),
            row.number("price"));
    addByLob(stays, stay.kind(), row, stay);
    if (condition != null && stay.kind().equals("MEDICAL")) {
      for (Lob lob : Lob.values()) {
        staysByCondition
            .computeIfAbsent(lob, l -> new EnumMap<>(Condition.class))
            .computeIfAbsent(condition, c -> new Weighted<>())
            .add(stay, row.number(lob.name().toLowerCase(Locale.ROOT)));
      }
    }
  }

  private static <T> T need(@Nullable T value, String what) {
    if (value == null) {
      throw new IllegalStateException("no codes for " + what);
    }
    return value;
  }

  Service service(Draw draw, String group, Lob lob) {
    return need(need(services.get(group), group).get(lob), group).pick(draw);
  }

  Service serviceByCode(String code) {
    return need(serviceByCode.get(code), code);
  }

  String diagnosis(Draw draw, String group) {
    return need(diagnoses.get(group), group).pick(draw);
  }

  boolean hasDiagnoses(String group) {
    return diagnoses.containsKey(group);
  }

  Stay stay(Draw draw, String kind, Lob lob) {
    return need(need(stays.get(kind), kind).get(lob), kind).pick(draw);
  }

  /** Mean price factor of a kind of stay, so that prices can be set relative to a mean. */
  @Nullable Weighted<Stay> staysFor(Condition condition, Lob lob) {
    Map<Condition, Weighted<Stay>> byCondition = staysByCondition.get(lob);
    Weighted<Stay> found = byCondition == null ? null : byCondition.get(condition);
    return found == null || found.isEmpty() ? null : found;
  }

  Drug drug(Draw draw, String group, Lob lob) {
    return need(need(drugs.get(group), group).get(lob), group).pick(draw);
  }

  boolean hasDrugs(String group) {
    return drugs.containsKey(group);
  }
}
