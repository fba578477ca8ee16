/**
 * Contract files: one YAML file is one version of a contract's terms. Errors name file, line, field
 * and code. The format is published in {@code docs/contracts/}.
 */
@NullMarked
package io.corridor.intake.contract;

import org.jspecify.annotations.NullMarked;
