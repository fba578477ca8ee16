/** What was known at a past moment, replayed from the histories of topics (DESIGN section 4). */
@NullMarked
package io.corridor.local.asof;

import org.jspecify.annotations.NullMarked;
