/**
 * Program evaluation (domain.md 6): a named cohort against matched controls, as a report over
 * sorted rows. Everything is a function of its input; the same rows give the same report.
 */
@NullMarked
package io.corridor.portal.report.evaluation;

import org.jspecify.annotations.NullMarked;
