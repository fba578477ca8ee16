package io.corridor.portal.variation;

import io.corridor.portal.readmodel.Reference;
import io.corridor.portal.report.variation.VariationRules;
import io.corridor.portal.shell.ContractInfo;
import io.corridor.portal.shell.NotWrittenException;
import io.corridor.portal.shell.Scope;
import io.corridor.schemas.CareVariation;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The report job of care variation (domain.md 4, report 6): for a contract that asks for it and
 * each quarter with cases, in every new business month. A quarter whose cases are all taken back is
 * reported without rows.
 */
public final class VariationJob {

  private static final Logger LOG = LoggerFactory.getLogger(VariationJob.class);

  private final VariationQueries queries;
  private final VariationSink sink;
  private final Reference reference;
  private final ZoneId zone;

  /** Reads the rows of one moment and writes to the topic. */
  public VariationJob(
      VariationQueries queries, VariationSink sink, Reference reference, ZoneId zone) {
    this.queries = queries;
    this.sink = sink;
    this.reference = reference;
    this.zone = zone;
  }

  /**
   * Makes what the business month has not seen yet.
   *
   * @return true when every report is written
   */
  public boolean repeat() {
    LocalDate today = reference.clock(zone).today();
    boolean all = true;
    for (ContractInfo contract : reference.contracts(Scope.ALL)) {
      if (contract.comparesClinicians()) {
        for (String quarter : due(contract.id(), today)) {
          all &= run(contract, quarter, today);
        }
      }
    }
    return all;
  }

  private Set<String> due(String contract, LocalDate today) {
    Map<String, CareVariation> last = new HashMap<>();
    queries
        .reports(Scope.ALL, contract)
        .forEach(stored -> last.put(stored.body().getQuarter(), stored.body()));
    Set<String> due = new TreeSet<>(queries.quarters(contract));
    last.forEach((quarter, report) -> {
      if (!report.getRows().isEmpty()) {
        due.add(quarter);
      }
      if (!YearMonth.from(report.getBusinessDate()).isBefore(YearMonth.from(today))) {
        due.remove(quarter);
      }
    });
    return due;
  }

  private boolean run(ContractInfo contract, String quarter, LocalDate today) {
    try {
      VariationQueries.Rows rows = queries.rows(contract.id(), quarter);
      CareVariation report =
          VariationMapper.report(contract.id(), quarter, today, VariationRules.of(rows.cases()));
      sink.report(report, contract.terms().payer(), rows.version(), rows.knownAt());
      return true;
    } catch (NotWrittenException | RuntimeException e) {
      // The message may quote a row: the type says enough for the log.
      LOG.error(
          "The care variation of contract {} in {} failed: {}",
          contract.id(),
          quarter,
          e.getClass().getSimpleName());
      return false;
    }
  }
}
