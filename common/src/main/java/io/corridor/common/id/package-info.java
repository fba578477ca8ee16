/** Identifiers that validate themselves. */
@NullMarked
package io.corridor.common.id;

import org.jspecify.annotations.NullMarked;
