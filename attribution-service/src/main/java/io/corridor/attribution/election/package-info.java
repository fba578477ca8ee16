/** The list of a performance year as somebody elected it before its deadline (domain.md 1.3 H). */
@NullMarked
package io.corridor.attribution.election;

import org.jspecify.annotations.NullMarked;
