package io.corridor.local.verify;

/**
 * One difference between the oracle and the results.
 *
 * @param topic topic
 * @param key record key; persons appear by surrogate alone
 * @param field field of the body, with the element's name for arrays; {@code record} when the
 *     record itself is missing or too many
 * @param expected what the oracle says, empty for nothing
 * @param found what the results say, empty for nothing
 */
record Difference(String topic, String key, String field, String expected, String found) {}
