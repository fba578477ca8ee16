/**
 * The oracle (law L8): an independent recomputation of the answers in SQL, starting from the feed
 * lines, and its comparison with the answers that a run exported. The SQL is written from the
 * specification and knows nothing of the services' rules.
 */
@NullMarked
package io.corridor.local.verify;

import org.jspecify.annotations.NullMarked;
