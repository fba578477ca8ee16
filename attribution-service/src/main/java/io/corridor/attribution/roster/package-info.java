/** The monthly frozen roster of a contract and the reasons of its changes (domain.md 1.7). */
@NullMarked
package io.corridor.attribution.roster;

import org.jspecify.annotations.NullMarked;
