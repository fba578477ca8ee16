/** Contract terms as topics carry them, made the records that rules read. */
@NullMarked
package io.corridor.common.terms;

import org.jspecify.annotations.NullMarked;
