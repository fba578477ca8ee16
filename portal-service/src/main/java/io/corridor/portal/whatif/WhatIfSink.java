package io.corridor.portal.whatif;

import io.corridor.portal.shell.NotWrittenException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Where what-if questions go: the command topic, which settlement reads. */
public interface WhatIfSink {

  /**
   * A change that a question asks about.
   *
   * @param name name of the change, as docs/settle.md lists it
   * @param value its value as exact text
   */
  record Change(String name, String value) {}

  /**
   * A question.
   *
   * @param request id, equal for a repeated send
   * @param contract contract
   * @param payer payer of the contract
   * @param year performance year
   * @param changes what is changed, at least one
   * @param user who asks
   * @param businessDate business date of the page
   * @param at when, on the page's clock
   */
  record Question(
      String request,
      String contract,
      String payer,
      int year,
      List<Change> changes,
      String user,
      LocalDate businessDate,
      Instant at) {

    /** Keeps its own copy; refuses a question that changes nothing. */
    public Question {
      changes = List.copyOf(changes);
      if (changes.isEmpty()) {
        throw new IllegalArgumentException("A question changes something");
      }
    }
  }

  /**
   * Writes a question and waits until Kafka has it.
   *
   * @throws NotWrittenException if it has not
   */
  void ask(Question question) throws NotWrittenException;
}
