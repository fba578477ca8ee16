/**
 * Canonical feeds: one line of plain JSON is one record of the canonical Avro schema. The parser is
 * a pure function of bytes: a record, or a rejection with a stable code. See {@code
 * docs/feed-format.md}.
 */
@NullMarked
package io.corridor.intake.canonical;

import org.jspecify.annotations.NullMarked;
