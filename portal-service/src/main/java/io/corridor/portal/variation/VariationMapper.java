package io.corridor.portal.variation;

import io.corridor.common.money.Money;
import io.corridor.portal.report.variation.ClinicalCase.Site;
import io.corridor.portal.report.variation.ClinicianRow;
import io.corridor.portal.report.variation.VariationRules;
import io.corridor.schemas.CareVariation;
import io.corridor.schemas.CareVariationRow;
import java.time.LocalDate;
import java.util.List;

/** Turns what the rules found into the record of its topic. */
final class VariationMapper {

  private VariationMapper() {}

  static CareVariation report(
      String contract, String quarter, LocalDate day, List<ClinicianRow> rows) {
    return CareVariation.newBuilder()
        .setContract(contract)
        .setQuarter(quarter)
        .setBusinessDate(day)
        .setLeastCases(VariationRules.LEAST_CASES)
        .setLeastOutlierCases(VariationRules.LEAST_OUTLIER_CASES)
        .setRows(rows.stream().map(VariationMapper::row).toList())
        .build();
  }

  private static CareVariationRow row(ClinicianRow row) {
    ClinicianRow.Figures figures = row.figures();
    CareVariationRow.Builder told =
        CareVariationRow.newBuilder()
            .setNpi(row.npi())
            .setGroup(row.group())
            .setCases(row.cases())
            .setSuppressed(figures == null);
    if (figures == null) {
      return told.build();
    }
    Money adjusted = figures.riskAdjusted();
    told.setInpatient(figures.sites().get(Site.INPATIENT))
        .setHopd(figures.sites().get(Site.HOPD))
        .setAsc(figures.sites().get(Site.ASC))
        .setOffice(figures.sites().get(Site.OFFICE))
        .setOther(figures.sites().get(Site.OTHER))
        .setMedianCost(figures.median().dollars())
        .setMeanCost(figures.mean().dollars())
        .setRiskAdjustedCost(adjusted == null ? null : adjusted.dollars())
        .setTestsPerCase(figures.tests());
    ClinicianRow.Against against = figures.against();
    if (against != null) {
      told.setIndex(against.index()).setZ(against.z()).setOutlier(against.outlier());
    }
    return told.build();
  }
}
