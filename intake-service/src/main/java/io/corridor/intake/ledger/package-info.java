/**
 * The final action of an entity, decided once: versions of claims, enrollment facts, outreach
 * records and affiliations, and what a new version changes. Plain Java; knows no formats.
 */
@NullMarked
package io.corridor.intake.ledger;

import org.jspecify.annotations.NullMarked;
