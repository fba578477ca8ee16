package io.corridor.local.simulate;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;

/**
 * A simulated feed as tables of an in-memory database: final claims, their lines, coverage,
 * persons, messages.
 */
final class FeedTables implements AutoCloseable {
  private final Connection connection;

  /**
   * @param from first day of the measured year
   * @param until first day after it
   */
  FeedTables(Path feed, LocalDate from, LocalDate until) throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    run("set threads=2");
    run("set memory_limit='4GB'");
    run("set preserve_insertion_order=false");
    claims(feed.resolve("claim-*.ndjson*").toString());
    enrollment(feed.resolve("enrollment-*.ndjson*").toString());
    adt(feed.resolve("adt-*.ndjson*").toString());
    run("create table period as select date '%s' as f, date '%s' as u".formatted(from, until));
    views();
  }

  private void claims(String files) throws SQLException {
    run(
        """
        create table version as
        select claimId as id, version, status, type, paymentKind as kind, member, payer,
          "from"::date as f, through::date as t, admitted::date as admitted, discharged::date as discharged,
          dischargeStatus as ds, typeOfBill as tob, msDrg as drg, facility, billingTin as tin,
          diagnoses, paidOn::date as paid_on, receivedAt::timestamp as received, lines,
          list_sum(list_transform(lines, x -> if(x.denied, 0, coalesce(x.shadowAllowed, x.paid)::decimal(18,2)))) as amount
        from read_json('%s', format='newline_delimited', columns={claimId:'VARCHAR', version:'INT', status:'VARCHAR',
          type:'VARCHAR', paymentKind:'VARCHAR', member:'VARCHAR', payer:'VARCHAR', "from":'VARCHAR', through:'VARCHAR',
          admitted:'VARCHAR', discharged:'VARCHAR', dischargeStatus:'VARCHAR', typeOfBill:'VARCHAR', msDrg:'VARCHAR',
          facility:'VARCHAR', billingTin:'VARCHAR', diagnoses:'VARCHAR[]', paidOn:'VARCHAR', receivedAt:'VARCHAR',
          lines:'STRUCT("from" VARCHAR, hcpcs VARCHAR, modifiers VARCHAR[], revenueCode VARCHAR, placeOfService VARCHAR,
          renderingNpi VARCHAR, specialty VARCHAR, allowed VARCHAR, paid VARCHAR, shadowAllowed VARCHAR, denied BOOLEAN)[]'})
        """
            .formatted(files));
    run(
        """
        create table claim as select v.* exclude (lines), v.lines from version v
        join (select id, max(version) as version from version group by id) m using (id, version)
        where status = 'PAID'
        """);
    run(
        """
        create table line as
        select c.id, c.type, c.tob, c.member, substr(c.member, 1, 3) as lob, c.tin, c.f as cf, c.admitted,
          l."from"::date as d, l.hcpcs as code, l.revenueCode as rev, l.placeOfService as pos, l.specialty as spec,
          coalesce(l.shadowAllowed, l.allowed, '0')::decimal(18,2) as allowed,
          coalesce(l.shadowAllowed, l.paid)::decimal(18,2) as paid
        from (select *, unnest(lines) as l from claim) c where not l.denied
        """);
    run("alter table claim drop column lines");
  }

  private void enrollment(String files) throws SQLException {
    run(
        """
        create table enrolled as
        select * from (select *, row_number() over (partition by recordId order by version desc) as n
        from read_json('%s', format='newline_delimited', columns={recordId:'VARCHAR', version:'INT', member:'VARCHAR', kind:'VARCHAR',
          coverage:'STRUCT("from" DATE, lastDay DATE, managedCare BOOLEAN, dual BOOLEAN, esrd BOOLEAN, disabled BOOLEAN)',
          person:'STRUCT(birthDate DATE, sex VARCHAR, deathDate DATE)'})) where n = 1
        """
            .formatted(files));
    run(
        """
        create table span as select member, substr(member, 1, 3) as lob, coverage."from" as f,
          coalesce(coverage.lastDay, date '2100-01-01') as l, coverage.dual as dual, coverage.esrd as esrd,
          coverage.disabled as disabled from enrolled where kind = 'COVERAGE' and not coverage.managedCare
        """);
    run(
        """
        create table person as select member, substr(member, 1, 3) as lob, person.birthDate as born,
          person.sex as sex, person.deathDate as died from enrolled where kind = 'PERSON'
        """);
  }

  private void adt(String files) throws SQLException {
    run(
        """
        create table adt as select visitNumber as visit, member, facility, "trigger" as code, patientClass as class,
          eventAt::timestamp as moment, receivedAt::timestamp as received
        from read_json('%s', format='newline_delimited', columns={visitNumber:'VARCHAR', member:'VARCHAR', facility:'VARCHAR',
          "trigger":'VARCHAR', patientClass:'VARCHAR', eventAt:'VARCHAR', receivedAt:'VARCHAR'})
        """
            .formatted(files));
  }

  private void views() throws SQLException {
    run(
        """
        create table exposure as select member, lob, any_value(dual) as dual, any_value(esrd) as esrd,
          any_value(disabled) as disabled,
          sum(greatest(0, least(l, (select u - 1 from period)) - greatest(span.f, (select f from period)) + 1)) as days
        from span group by member, lob having days > 0
        """);
    run(
        """
        create table within as select line.* from line, period where
          coalesce(if(tob = '111' or tob like '21%', admitted, null), d) >= period.f
          and coalesce(if(tob = '111' or tob like '21%', admitted, null), d) < period.u
        """);
    run(
        """
        create view visit as select *, (spec in ('01', '08', '11', '37', '38') and coalesce(tob, '') not like '77%') as physician
        from line where (type = 'PROFESSIONAL' or tob like '77%')
          and (regexp_matches(code, '^99(20[2-9]|21[0-9]|22[0-9]|23[0-9]|28[1-5]|291|30[4-9]|31[0-9]|34[1-9]|350|38[1-9]|39[1-7]|49[56])$')
            or code in ('G0402', 'G0438', 'G0439', 'G0466', 'G0467', 'G0468', 'G0469', 'G0470'))
        """);
    run(
        """
        create view primary_care as select * from visit where coalesce(pos, '') not in ('21', '23', '31', '32')
          and (spec in ('01', '08', '11', '37', '38', '50', '89', '97') or tob like '77%')
          and not regexp_matches(code, '^99(22|23|28|29)')
        """);
    run(
        """
        create view stay as select distinct on (member, admitted) *, substr(member, 1, 3) as lob from claim
        where tob = '111' order by member, admitted, id
        """);
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** One number. */
  double number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      if (!rows.next()) {
        throw new IllegalStateException("no row: " + sql);
      }
      return rows.getDouble(1);
    }
  }

  /** A result as lines of text, for people. */
  String table(String sql) throws SQLException {
    StringBuilder text = new StringBuilder();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      int columns = rows.getMetaData().getColumnCount();
      for (int i = 1; i <= columns; i++) {
        text.append(rows.getMetaData().getColumnName(i)).append('\t');
      }
      while (rows.next()) {
        text.append('\n');
        for (int i = 1; i <= columns; i++) {
          text.append(rows.getString(i)).append('\t');
        }
      }
    }
    return text.toString();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
