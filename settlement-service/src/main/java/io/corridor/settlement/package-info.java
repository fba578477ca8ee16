/** What a contract would pay today: the wiring of the service. */
@NullMarked
package io.corridor.settlement;

import org.jspecify.annotations.NullMarked;
