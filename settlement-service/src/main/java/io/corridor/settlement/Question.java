package io.corridor.settlement;

import io.corridor.settlement.whatif.Change;
import java.time.Instant;
import java.util.List;

/**
 * A what-if question that somebody asked.
 *
 * @param contract contract
 * @param request id of the command
 * @param year performance year
 * @param at when it was asked
 * @param changes what is changed
 */
record Question(String contract, String request, int year, Instant at, List<Change> changes) {

  Question {
    changes = List.copyOf(changes);
  }
}
