package io.corridor.settlement;

import io.corridor.schemas.WhatIfChange;
import java.time.LocalDate;
import java.util.List;

/**
 * A what-if question that somebody asked.
 *
 * @param contract contract
 * @param request id of the command
 * @param tenant payer
 * @param year performance year
 * @param askedOn business date on which it was asked
 * @param changes what is changed, as it was written
 */
record Question(
    String contract,
    String request,
    String tenant,
    int year,
    LocalDate askedOn,
    List<WhatIfChange> changes) {

  Question {
    changes = List.copyOf(changes);
  }

  /** Key of the answer. */
  String key() {
    return contract + "|" + request;
  }
}
