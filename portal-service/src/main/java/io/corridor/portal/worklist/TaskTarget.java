package io.corridor.portal.worklist;

/**
 * The task that an action is about.
 *
 * @param key record key of the task
 * @param payer payer
 * @param member member surrogate
 * @param facility facility of the encounter
 * @param visitNumber visit number of the encounter
 * @param kind CONTACT or VISIT
 * @param partition where the task's record stands
 * @param offset where the task's record stands
 */
public record TaskTarget(
    String key,
    String payer,
    String member,
    String facility,
    String visitNumber,
    String kind,
    int partition,
    long offset) {}
