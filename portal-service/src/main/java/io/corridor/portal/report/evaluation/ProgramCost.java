package io.corridor.portal.report.evaluation;

import io.corridor.common.money.Money;
import io.corridor.common.money.Rate;

/**
 * What a program costs and reaches.
 *
 * @param acoShare the ACO's part of savings after the payer's share
 * @param cost cost of the program
 * @param billed what it bills fee for service
 * @param fixedCost the part of its net cost that does not grow with patients
 * @param eligible members who could take part
 * @param uptake share of them who would
 */
public record ProgramCost(
    Rate acoShare, Money cost, Money billed, Money fixedCost, long eligible, Rate uptake) {}
