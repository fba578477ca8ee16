/**
 * A monthly amount per patient for primary care, reconciled at the end of the year (settlement.md 5
 * e).
 */
@NullMarked
package io.corridor.settlement.capitation;

import org.jspecify.annotations.NullMarked;
