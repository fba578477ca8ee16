/** Programs of a contract: who takes part, and report jobs that evaluate what they changed. */
@NullMarked
package io.corridor.portal.program;

import org.jspecify.annotations.NullMarked;
