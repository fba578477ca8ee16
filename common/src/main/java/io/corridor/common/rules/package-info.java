/** Dated parameters and code lists with their citations, and the findings of rules. */
@NullMarked
package io.corridor.common.rules;

import org.jspecify.annotations.NullMarked;
