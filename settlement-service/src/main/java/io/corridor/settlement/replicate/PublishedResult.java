package io.corridor.settlement.replicate;

import io.corridor.settlement.mssp.Track;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of a public use file: an ACO in a performance year. Dollars as printed; null where the
 * file has no such column or an empty cell.
 *
 * @param place file and line
 * @param aco identifier, or the name where the file has no identifier
 * @param year performance year
 * @param track track or level
 * @param agreementStart first day of the agreement period
 * @param beneficiaries assigned beneficiaries
 * @param personYears person-years
 * @param benchmarkPerCapita updated benchmark per capita
 * @param benchmark total benchmark
 * @param expenditure total expenditure
 * @param savings benchmark minus expenditure
 * @param savingsRate savings over benchmark
 * @param minimumRate minimum savings rate
 * @param generated savings or losses that count
 * @param earned shared savings before recoupment, or shared losses below zero
 * @param disaster reduction for extreme circumstances, zero or below
 * @param standardMet whether the quality standard is met
 * @param alternativeMet whether the alternative standard is met
 * @param score quality score
 * @param shareRate final sharing rate
 * @param lossRate final loss rate
 * @param revenueLimited whether revenue limits losses
 * @param lowRevenue whether the ACO is a low-revenue ACO
 * @param advancePaid advances to be repaid
 * @param recouped advances repaid this year
 * @param guardrail whether the benchmark is the recalculated one
 */
public record PublishedResult(
    String place,
    String aco,
    int year,
    Track track,
    LocalDate agreementStart,
    long beneficiaries,
    @Nullable BigDecimal personYears,
    @Nullable BigDecimal benchmarkPerCapita,
    BigDecimal benchmark,
    BigDecimal expenditure,
    BigDecimal savings,
    @Nullable Printed savingsRate,
    Printed minimumRate,
    @Nullable BigDecimal generated,
    BigDecimal earned,
    @Nullable BigDecimal disaster,
    @Nullable Boolean standardMet,
    @Nullable Boolean alternativeMet,
    @Nullable Printed score,
    Printed shareRate,
    @Nullable Printed lossRate,
    @Nullable Boolean revenueLimited,
    @Nullable Boolean lowRevenue,
    @Nullable BigDecimal advancePaid,
    @Nullable BigDecimal recouped,
    boolean guardrail) {}
