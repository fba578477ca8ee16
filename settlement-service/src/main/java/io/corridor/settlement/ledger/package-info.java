/**
 * Double entries of a contract: what was advanced, earned, owed and taken back, by account. Entries
 * are only ever appended; a correction is a reversal and a new entry.
 */
@NullMarked
package io.corridor.settlement.ledger;

import org.jspecify.annotations.NullMarked;
