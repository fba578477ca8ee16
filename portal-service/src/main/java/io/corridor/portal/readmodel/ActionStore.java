package io.corridor.portal.readmodel;

import io.corridor.portal.worklist.ActionSink.Acted;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/**
 * Puts an action that the topic has taken into the read model at once, so that the page that
 * follows shows it. The same record comes back through the topic and changes nothing.
 */
public final class ActionStore {

  private final DataSource database;
  private final Upsert<Acted> upsert = LiveTables.actionUpsert();

  /** Writes to the read model's database. */
  public ActionStore(DataSource database) {
    this.database = database;
  }

  /** Adds an action. */
  public void add(Acted acted) {
    try (Connection connection = database.getConnection()) {
      upsert.write(connection, List.of(acted));
    } catch (SQLException e) {
      throw new SQLExceptionSubclassTranslator().translate("add an action", null, e);
    }
  }
}
