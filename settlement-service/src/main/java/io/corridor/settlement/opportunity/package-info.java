/**
 * Cost opportunity by lever: what spending less in one place would save and earn (domain.md 4.7).
 */
@NullMarked
package io.corridor.settlement.opportunity;

import org.jspecify.annotations.NullMarked;
