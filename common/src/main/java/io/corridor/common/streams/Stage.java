package io.corridor.common.streams;

import io.corridor.schemas.topic.Topic;
import java.util.List;
import java.util.Optional;

/**
 * What a service tells the fold about itself: which records become facts, which tables change
 * answers, and how answers follow from rows. Everything that touches a store, a topic or an offset
 * is the fold's.
 */
public interface Stage {

  /** Name of the service: first part of its topics, stores and application id. */
  String service();

  /** Version of the rules, written into every envelope. */
  String ruleVersion();

  /** Topics whose records become facts. Their keys start with the subject. */
  List<Source<?>> sources();

  /** Broadcast tables that change answers. */
  List<Reference<?>> references();

  /** Topics that the service writes: current, history and frozen. */
  List<Topic<?>> outputs();

  /**
   * The answers about one subject that may have changed. A pure function of rows, tables and
   * business date: the order in which facts arrived must not show.
   */
  Derivation derive(Subject subject, World world);

  /** How totals are made of the parts that answers contribute; empty when there are none. */
  default Optional<Totals> totals() {
    return Optional.empty();
  }

  /**
   * True when the answers of a subject are derived once a commit rather than once a record: for
   * subjects with many inputs, such as a contract.
   */
  default boolean coalesced() {
    return false;
  }
}
