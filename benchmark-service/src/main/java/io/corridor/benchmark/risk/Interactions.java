package io.corridor.benchmark.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Pairs that cost more together than apart: two groups of conditions, or disability and one. */
final class Interactions {

  private static final String DISABLED = "DISABLED";

  /** One interaction: both groups must be present. */
  private record Interaction(String variable, String first, String second) {}

  private final Map<String, SortedSet<Hcc>> groups;
  private final List<Interaction> interactions;

  private Interactions(Map<String, SortedSet<Hcc>> groups, List<Interaction> interactions) {
    this.groups = groups;
    this.interactions = interactions;
  }

  static Interactions load(RiskModel model) {
    return of(
        model,
        TableRow.load("codes/condition_groups.csv"),
        TableRow.load("codes/interactions.csv"));
  }

  static Interactions of(RiskModel model, List<TableRow> groupRows, List<TableRow> rows) {
    Map<String, SortedSet<Hcc>> groups = new HashMap<>();
    for (TableRow row : groupRows) {
      if (row.isFor(model) && groups.put(row.required("group"), row.hccs("hccs")) != null) {
        throw row.broken("defines a group twice");
      }
    }
    List<Interaction> interactions = new ArrayList<>();
    for (TableRow row : rows) {
      if (row.isFor(model)) {
        Interaction interaction =
            new Interaction(
                row.required("variable"), row.required("first"), row.required("second"));
        for (String group : List.of(interaction.first(), interaction.second())) {
          if (!group.equals(DISABLED) && !groups.containsKey(group)) {
            throw row.broken("names an unknown group");
          }
        }
        interactions.add(interaction);
      }
    }
    return new Interactions(groups, interactions);
  }

  /**
   * Variables of the interactions that hold, in table order.
   *
   * @param counted conditions after hierarchies
   * @param disabled under 65 and entitled otherwise than by age
   */
  List<String> variables(SortedSet<Hcc> counted, boolean disabled) {
    Set<String> present = new HashSet<>();
    groups.forEach((group, hccs) -> {
      if (hccs.stream().anyMatch(counted::contains)) {
        present.add(group);
      }
    });
    if (disabled) {
      present.add(DISABLED);
    }
    return interactions.stream()
        .filter(pair -> present.contains(pair.first()) && present.contains(pair.second()))
        .map(Interaction::variable)
        .toList();
  }

  /** Variables of all interactions. */
  List<String> variables() {
    return interactions.stream().map(Interaction::variable).toList();
  }

  /** All conditions that some group has. */
  SortedSet<Hcc> conditions() {
    SortedSet<Hcc> conditions = new TreeSet<>();
    groups.values().forEach(conditions::addAll);
    return conditions;
  }
}
