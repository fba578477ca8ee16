/**
 * What the platform costs, measured on the machine at hand beside references in the same run
 * (DESIGN section 13): nothing here decides an answer, and no test looks at a time.
 */
@NullMarked
package io.corridor.local.bench;

import org.jspecify.annotations.NullMarked;
