package io.corridor.common.care;

import io.corridor.common.id.Npi;
import io.corridor.common.id.Tin;
import io.corridor.common.time.DateSpan;
import org.jspecify.annotations.Nullable;

/**
 * A clinician's dated link to a practice (decisions 12).
 *
 * @param npi clinician
 * @param tin practice
 * @param specialty CMS specialty code
 * @param taxonomy NUCC taxonomy code
 * @param span days of the link
 */
public record Affiliation(
    Npi npi, Tin tin, @Nullable String specialty, @Nullable String taxonomy, DateSpan span) {}
