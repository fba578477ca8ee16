/** Records that the portal writes: what people did with tasks, and the audit. */
@NullMarked
package io.corridor.portal.outbound;

import org.jspecify.annotations.NullMarked;
