package io.corridor.portal.api;

import io.corridor.portal.shell.Audit;
import io.corridor.portal.shell.NotFoundException;
import io.corridor.portal.shell.Visit;
import io.corridor.portal.variation.VariationQueries;
import io.corridor.schemas.CareVariation;
import io.corridor.schemas.CareVariationRow;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Care variation of a quarter, for other systems. */
@RestController
@RequestMapping("/api/v1")
class VariationExportController {

  private final VariationQueries queries;
  private final Audit audit;

  VariationExportController(VariationQueries queries, Audit audit) {
    this.queries = queries;
    this.audit = audit;
  }

  @GetMapping(
      value = "/contracts/{id}/variation/{quarter}.csv",
      produces = "text/csv;charset=UTF-8")
  String rows(@PathVariable String id, @PathVariable String quarter, Visit visit) {
    visit.analyses(id);
    VariationQueries.Stored stored =
        queries.report(visit.scope(), id, quarter).orElseThrow(NotFoundException::new);
    CareVariation report = stored.body();
    audit.record(visit.viewer(), "EXPORT_VARIATION", id + "|" + quarter, report.getRows().size());
    Csv csv =
        new Csv(
            "contract",
            "quarter",
            "as_of",
            "known_at",
            "group",
            "npi",
            "n",
            "suppressed",
            "inpatient",
            "hopd",
            "asc",
            "office",
            "other",
            "median_cost",
            "mean_cost",
            "risk_adjusted_cost",
            "tests_per_case",
            "index",
            "z",
            "outlier");
    for (CareVariationRow row : report.getRows()) {
      csv.row(
          report.getContract(),
          report.getQuarter(),
          report.getBusinessDate(),
          stored.knownAt(),
          row.getGroup(),
          row.getNpi(),
          row.getSuppressed() ? "<" + report.getLeastCases() : row.getCases(),
          row.getSuppressed(),
          row.getInpatient(),
          row.getHopd(),
          row.getAsc(),
          row.getOffice(),
          row.getOther(),
          row.getMedianCost(),
          row.getMeanCost(),
          row.getRiskAdjustedCost(),
          row.getTestsPerCase(),
          row.getIndex(),
          row.getZ(),
          row.getOutlier());
    }
    return csv.text();
  }
}
