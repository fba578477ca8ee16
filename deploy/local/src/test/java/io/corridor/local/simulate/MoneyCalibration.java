package io.corridor.local.simulate;

import io.corridor.local.simulate.Calibration.Check;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The checks of section 11 on cost, its concentration, and the flow of claims. */
final class MoneyCalibration {
  private static final String[] LOBS = {"MCR", "MCD", "COM"};

  private final FeedTables feed;
  private final List<Check> checks = new ArrayList<>();

  private MoneyCalibration(FeedTables feed) {
    this.feed = feed;
  }

  static List<Check> measure(FeedTables feed) throws SQLException {
    MoneyCalibration calibration = new MoneyCalibration(feed);
    calibration.cost();
    calibration.concentration();
    calibration.flow();
    return calibration.checks;
  }

  private void add(String name, String lob, double value, double... range) {
    checks.add(new Check(name, lob, value, range[0], range[1]));
  }

  private double rate(String lob, String count) throws SQLException {
    return feed.number(
        "select 1000.0 * ("
            + count
            + ") / (select sum(days) / 365.0 from exposure where lob = '"
            + lob
            + "')");
  }

  private void cost() throws SQLException {
    double[][] medical = {{950, 1120}, {310, 410}, {420, 520}};
    String[] basis = {"paid", "paid", "allowed"};
    for (int i = 0; i < 3; i++) {
      String lob = LOBS[i];
      String sum =
          "select sum("
              + basis[i]
              + ") from within where type <> 'PHARMACY' and lob = '"
              + lob
              + "'";
      add("PMPM medical", lob, rate(lob, sum) / 12_000, medical[i]);
    }
    shares("MCR", "paid", "type <> 'PHARMACY'", new double[][] {{24, 29}, {22, 28}, {30, 36}});
    shares("COM", "allowed", "true", new double[][] {{17, 22}, {24, 30}, {29, 36}});
    String perCapita =
        "select sum(coalesce(cost, 0)) / sum(days) from exposure left join (select member,"
            + " sum(paid) as cost from within where type <> 'PHARMACY' group by member) using"
            + " (member) where ";
    double aged = feed.number(perCapita + "lob = 'MCR' and not esrd and not disabled and not dual");
    add("ESRD to non-dual", "MCR", feed.number(perCapita + "lob = 'MCR' and esrd") / aged, 7, 9);
    add(
        "disabled to non-dual",
        "MCR",
        feed.number(perCapita + "lob = 'MCR' and disabled and not esrd") / aged,
        .95,
        1.15);
    add(
        "dual to non-dual",
        "MCR",
        feed.number(perCapita + "lob = 'MCR' and dual and not esrd and not disabled") / aged,
        1.45,
        1.7);
    String born = " and member in (select member from person, period where born ";
    double child =
        feed.number(
            perCapita + "lob = 'MCD' and not disabled" + born + "> period.f - interval 18 year)");
    add(
        "disabled to child",
        "MCD",
        feed.number(perCapita + "lob = 'MCD' and disabled") / child,
        5,
        8);
  }

  private void shares(String lob, String amount, String scope, double[][] ranges)
      throws SQLException {
    String[] names = {"inpatient", "outpatient", "professional"};
    String[] kinds = {
      "tob = '111'",
      "type = 'INSTITUTIONAL' and tob <> '111' and regexp_matches(tob, '^(13|14|71|72|73|77|85)')",
      "type = 'PROFESSIONAL'"
    };
    for (int i = 0; i < 3; i++) {
      String sql =
          "select 100.0 * sum(case when "
              + kinds[i]
              + " then "
              + amount
              + " else 0 end) / sum("
              + amount
              + ") from within where lob = '"
              + lob
              + "' and "
              + scope;
      add(names[i] + " share %", lob, feed.number(sql), ranges[i]);
    }
  }

  private void concentration() throws SQLException {
    double[][][] ranges = {
      {{12, 18}, {39, 48}, {56, 65}, {3, 6}},
      {{18, 27}, {47, 58}, {62, 73}, {1, 4}},
      {{23, 33}, {49, 60}, {64, 75}, {1, 4}}
    };
    for (int i = 0; i < 3; i++) {
      String amount = i == 2 ? "allowed" : "paid";
      String scope = i == 0 ? "type <> 'PHARMACY'" : "true";
      feed.run(
          """
          create or replace table ranked as select cost, percent_rank() over (order by cost desc, member) as r, row_number() over (order by cost) as n
          from (select member, coalesce(cost, 0)::double as cost from exposure left join
            (select member, sum(%s) as cost from within where %s group by member) using (member) where lob = '%s')
          """
              .formatted(amount, scope, LOBS[i]));
      String[] names = {"top 1 % share", "top 5 % share", "top 10 % share", "bottom half share"};
      String[] where = {"r < .01", "r < .05", "r < .10", "r >= .5"};
      for (int k = 0; k < 4; k++) {
        add(
            names[k],
            LOBS[i],
            feed.number(
                "select 100 * sum(case when "
                    + where[k]
                    + " then cost else 0 end) / sum(cost) from ranked"),
            ranges[i][k]);
      }
      add(
          "Gini",
          LOBS[i],
          feed.number(
              "select 2 * sum(n * cost) / (count(*) * sum(cost)) - (count(*) + 1.0) / count(*) from"
                  + " ranked"),
          .68,
          .88);
    }
  }

  private void flow() throws SQLException {
    double[][][] completion = {
      {{.75, .87}, {.95, .98}, {.99, 1}},
      {{.62, .78}, {.90, .95}, {.97, 1}},
      {{.72, .86}, {.94, .98}, {.985, 1}}
    };
    double[][] adjusted = {{3, 6}, {7, 10}, {5, 9}};
    feed.run(
        """
        create table course as select id, member, substr(any_value(member), 1, 3) as lob, any_value(type) as type,
          any_value(t) as f, min(case when status = 'PAID' then paid_on end) as first_paid,
          arg_min(amount, version) filter (status = 'PAID') as first_amount,
          count(*) filter (status = 'PAID') as paid_versions,
          arg_max(if(status = 'PAID', amount, 0), version) as last_amount, arg_max(status, version) as last_status
        from version where type <> 'PHARMACY' group by id, member
        """);
    for (int i = 0; i < 3; i++) {
      String lob = LOBS[i];
      int[] lags = {1, 3, 6};
      for (int k = 0; k < 3; k++) {
        add(
            "completion at " + lags[k],
            lob,
            feed.number(
                "select sum(case when datediff('month', c.f, first_paid) <= "
                    + lags[k]
                    + " then last_amount else 0 end) / sum(last_amount) from course c, period where"
                    + " lob = '"
                    + lob
                    + "' and last_amount > 0 and c.f >= period.f - 180 and c.f < period.f + 180"),
            completion[i][k]);
      }
      String decided =
          " from course c, period where lob = '"
              + lob
              + "' and first_paid is not null and c.f >= period.f - 180 and c.f < period.f + 180";
      add(
          "adjusted claims %",
          lob,
          feed.number(
              "select 100.0 * avg((paid_versions > 1 or last_status = 'REVERSED')::int)" + decided),
          adjusted[i]);
    }
    add(
        "net effect of adjustment %",
        "MCR",
        feed.number(
            "select 100.0 * (sum(last_amount) / sum(first_amount) - 1) from course c, period where"
                + " lob = 'MCR' and first_paid is not null and c.f >= period.f - 180 and c.f <"
                + " period.f + 180"),
        -1.2,
        0);
  }
}
