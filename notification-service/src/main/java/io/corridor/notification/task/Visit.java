package io.corridor.notification.task;

import java.time.LocalDate;

/**
 * A visit that may close a follow-up.
 *
 * @param day service day as on the claim
 * @param code HCPCS code
 */
public record Visit(LocalDate day, String code) {}
