/** The only door in: feeds and inbox records, validation, identity and the final-action ledger. */
@NullMarked
package io.corridor.intake;

import org.jspecify.annotations.NullMarked;
