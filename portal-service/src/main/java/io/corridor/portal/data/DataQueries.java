package io.corridor.portal.data;

import io.corridor.portal.readmodel.ReadDatabase;
import io.corridor.portal.shell.Scope;
import java.util.List;

/** Reads what became of feed files. Counts carry no person and belong to no organisation. */
public final class DataQueries {

  private final ReadDatabase database;

  /** Reads through the scoped database. */
  public DataQueries(ReadDatabase database) {
    this.database = database;
  }

  /**
   * Counts of a file over its stages.
   *
   * @param feed feed
   * @param file file
   * @param type record type
   * @param promised rows its manifest promised; negative when it promised none
   * @param read lines read
   * @param accepted records accepted
   * @param duplicate records known already
   * @param rejected lines rejected
   */
  public record FileRow(
      String feed,
      String file,
      String type,
      long promised,
      long read,
      long accepted,
      long duplicate,
      long rejected) {

    /** True when every line read has ended as accepted, duplicate or rejected. */
    public boolean balanced() {
      return read == accepted + duplicate + rejected;
    }
  }

  /**
   * Rejected lines of a kind.
   *
   * @param code stable code
   * @param field field that was wrong, or nothing
   * @param text what was wrong
   * @param file a file with such lines
   * @param line first such line in it
   * @param lines how many
   */
  public record RejectedRow(
      String code, String field, String text, String file, long line, long lines) {}

  /** Files, the latest feed first. */
  public List<FileRow> files() {
    return database.in(
        Scope.ALL,
        jdbc ->
            jdbc.sql(
                    """
                    SELECT feed, file, max(record_type) AS type,
                      coalesce(max(read) FILTER (WHERE stage = 'MANIFEST'), -1) AS promised,
                      coalesce(sum(read) FILTER (WHERE stage = 'DOOR'), 0) AS read,
                      coalesce(sum(accepted) FILTER (WHERE stage = 'LEDGER'), 0) AS accepted,
                      coalesce(sum(duplicate) FILTER (WHERE stage = 'LEDGER'), 0) AS duplicate,
                      coalesce(sum(rejected) FILTER (WHERE stage IN ('DOOR', 'LEDGER')), 0)
                        AS rejected
                    FROM portal.file_count GROUP BY feed, file
                    ORDER BY max(known_at) DESC, feed, file LIMIT 200
                    """)
                .query((row, number) ->
                    new FileRow(
                        row.getString("feed"),
                        row.getString("file"),
                        row.getString("type"),
                        row.getLong("promised"),
                        row.getLong("read"),
                        row.getLong("accepted"),
                        row.getLong("duplicate"),
                        row.getLong("rejected")))
                .list());
  }

  /** Rejected lines by code, the most frequent first. */
  public List<RejectedRow> rejected() {
    return database.in(
        Scope.ALL,
        jdbc ->
            jdbc.sql(
                    """
                    SELECT code, field, min(example) AS text, min(file) AS file,
                      min(first_line) AS line, sum(lines) AS lines
                    FROM portal.rejected_count GROUP BY code, field
                    ORDER BY sum(lines) DESC, code, field LIMIT 200
                    """)
                .query((row, number) ->
                    new RejectedRow(
                        row.getString("code"),
                        row.getString("field"),
                        row.getString("text"),
                        row.getString("file"),
                        row.getLong("line"),
                        row.getLong("lines")))
                .list());
  }
}
