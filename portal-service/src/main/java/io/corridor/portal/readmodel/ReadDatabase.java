package io.corridor.portal.readmodel;

import io.corridor.portal.shell.Scope;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads for pages. Each reading is a read-only transaction under the role {@code
 * corridor_portal_reader} with the viewer's organisation in settings that end with it, so that
 * row-level security holds whatever a query forgets.
 */
public final class ReadDatabase {

  private static final String ENTER =
      """
      SELECT set_config('role', 'corridor_portal_reader', true),
             set_config('corridor.all', ?, true),
             set_config('corridor.contracts', ?, true),
             set_config('corridor.tins', ?, true)
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final TransactionTemplate snapshot;

  /** Reads from a database that the migrations have prepared. */
  public ReadDatabase(DataSource source) {
    this.jdbc = JdbcClient.create(source);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    this.transaction.setReadOnly(true);
    this.snapshot = new TransactionTemplate(new DataSourceTransactionManager(source));
    this.snapshot.setReadOnly(true);
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /** Runs queries that see the rows of a scope and no others. */
  public <T> T in(Scope scope, Function<JdbcClient, T> queries) {
    return in(transaction, scope, queries);
  }

  /** The same of several queries that must see the rows of one moment, as a report does. */
  public <T> T inSnapshot(Scope scope, Function<JdbcClient, T> queries) {
    return in(snapshot, scope, queries);
  }

  private <T> T in(TransactionTemplate within, Scope scope, Function<JdbcClient, T> queries) {
    T result =
        within.execute(status -> {
          jdbc.sql(ENTER)
              .param(scope.all() ? "on" : "off")
              .param(String.join(",", scope.sortedContracts()))
              .param(String.join(",", scope.sortedTins()))
              .query((row, number) -> true)
              .single();
          return queries.apply(jdbc);
        });
    if (result == null) {
      throw new IllegalStateException("Queries must give an answer");
    }
    return result;
  }

  /** Condition of the first lock, for the columns of a contract and a practice. */
  public static String inScope(String contract, String tin) {
    return "(:all OR " + contract + " = ANY (:contracts) OR " + tin + " = ANY (:tins))";
  }

  /** Gives the condition's values to a query. */
  public static JdbcClient.StatementSpec withScope(JdbcClient.StatementSpec query, Scope scope) {
    return query
        .param("all", scope.all())
        .param("contracts", scope.contracts().toArray(String[]::new))
        .param("tins", scope.tins().toArray(String[]::new));
  }
}
