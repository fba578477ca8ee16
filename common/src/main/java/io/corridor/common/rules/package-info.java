/**
 * Dated parameters and code lists with their citations, findings, and the steps of calculations.
 */
@NullMarked
package io.corridor.common.rules;

import org.jspecify.annotations.NullMarked;
