/** What-if questions about a contract: the form, the answer, and both side by side. */
@NullMarked
package io.corridor.portal.whatif;

import org.jspecify.annotations.NullMarked;
