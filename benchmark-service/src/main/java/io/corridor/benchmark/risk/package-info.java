/**
 * Risk adjustment: how costly a person is expected to be, from age, sex, entitlement and coded
 * conditions, so that practices with sicker members are not measured against a budget for healthy
 * ones.
 */
@NullMarked
package io.corridor.benchmark.risk;

import org.jspecify.annotations.NullMarked;
