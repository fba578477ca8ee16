package io.corridor.common.rules;

import java.util.Map;

/**
 * What a rule decided and why, so that anyone can follow it.
 *
 * @param citation where the rule stands
 * @param ruleVersion version of the rule
 * @param outcome stable code of the decision
 * @param inputs named inputs as exact text, ascending by name
 */
public record Finding(
    String citation, String ruleVersion, String outcome, Map<String, String> inputs) {

  /** Keeps its own sorted copy of the inputs. */
  public Finding {
    inputs = java.util.Collections.unmodifiableSortedMap(new java.util.TreeMap<>(inputs));
  }
}
