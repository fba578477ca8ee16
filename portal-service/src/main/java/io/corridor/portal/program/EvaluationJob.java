package io.corridor.portal.program;

import io.corridor.portal.report.evaluation.Study;
import io.corridor.portal.shell.NotWrittenException;
import java.time.LocalDate;

/**
 * The report job of a program (domain.md 6): reads the contract's member months, its members and
 * who takes part, all as of one moment, compares, and writes the report to its topic. The same rows
 * give the same report.
 */
public final class EvaluationJob {

  private final StudyQueries queries;
  private final ProgramSink sink;

  /** Reads the rows of one moment and writes to the topic. */
  public EvaluationJob(StudyQueries queries, ProgramSink sink) {
    this.queries = queries;
    this.sink = sink;
  }

  /**
   * What is to be evaluated.
   *
   * @param contract contract
   * @param payer its payer
   * @param lineOfBusiness its line of business
   * @param program program
   * @param study how
   * @param user who asks
   * @param day business date of the report
   */
  public record Order(
      String contract,
      String payer,
      String lineOfBusiness,
      String program,
      Study study,
      String user,
      LocalDate day) {}

  /**
   * Evaluates and writes the report.
   *
   * @throws NotWrittenException if Kafka has not taken it
   */
  void run(Order order) throws NotWrittenException {
    StudyQueries.Rows rows = queries.rows(order);
    sink.report(
        EvaluationMapper.report(
            order, rows.enrolled().size(), order.study().of(rows.population(), rows.enrolled())),
        order.payer(),
        rows.version(),
        rows.knownAt());
  }
}
