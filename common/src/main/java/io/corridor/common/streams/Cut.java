package io.corridor.common.streams;

import java.time.LocalDate;

/**
 * A moment at which a service is asked to freeze something: each task reaches it once its business
 * date has come and nothing that it caused is left to do.
 *
 * @param name name of the cut; starts with the key prefix of what is frozen, such as a contract
 * @param date business date that must have been reached
 */
public record Cut(String name, LocalDate date) {}
