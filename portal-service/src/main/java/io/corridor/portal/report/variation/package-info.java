/** How clinicians differ in what a procedure takes, as a function of cases. */
@NullMarked
package io.corridor.portal.report.variation;

import org.jspecify.annotations.NullMarked;
