package io.corridor.local.simulate;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The checks of population.md section 11 that canonical records can express, measured on a feed.
 */
final class Calibration {
  /** One figure with its allowed range. */
  record Check(String name, String lob, double value, double low, double high) {
    boolean passed() {
      return value >= low && value <= high;
    }

    String text() {
      return String.format(
          Locale.ROOT,
          "%-4s %-34s %-4s %10.3f  in %8.3f .. %8.3f",
          passed() ? "ok" : "FAIL",
          name,
          lob,
          value,
          low,
          high);
    }
  }

  private static final String[] LOBS = {"MCR", "MCD", "COM"};

  private final FeedTables feed;
  private final List<Check> checks = new ArrayList<>();

  private Calibration(FeedTables feed) {
    this.feed = feed;
  }

  static List<Check> measure(FeedTables feed) throws SQLException {
    Calibration calibration = new Calibration(feed);
    calibration.utilization();
    calibration.hospital();
    calibration.persons();
    calibration.attribution();
    calibration.conditions();
    calibration.messages();
    calibration.sanity();
    calibration.checks.addAll(MoneyCalibration.measure(feed));
    return calibration.checks;
  }

  private void add(String name, String lob, double value, double... range) {
    checks.add(new Check(name, lob, value, range[0], range[1]));
  }

  private String years(String lob) {
    return "(select sum(days) / 365.0 from exposure where lob = '" + lob + "')";
  }

  private double rate(String lob, String count) throws SQLException {
    return feed.number("select 1000.0 * (" + count + ") / " + years(lob));
  }

  private void utilization() throws SQLException {
    double[][] emergency = {{540, 680}, {540, 750}, {160, 215}};
    double[][] admitted = {{26, 33}, {6, 11}, {6, 11}};
    double[][] visits = {{9800, 12800}, {4600, 6300}, {4000, 5300}};
    for (int i = 0; i < 3; i++) {
      String lob = LOBS[i];
      String released =
          "select count(distinct (member, d)) from within where lob = '"
              + lob
              + "' and tob like '13%' and rev like '045%'";
      String stayed =
          "select count(distinct (member, admitted)) from within where lob = '"
              + lob
              + "' and tob = '111' and rev like '045%'";
      double all = rate(lob, "(" + released + ") + (" + stayed + ")");
      add("ED per 1,000", lob, all, emergency[i]);
      add("ED share admitted %", lob, 100 * rate(lob, stayed) / all, admitted[i]);
      String within =
          " from visit, period where lob = '" + lob + "' and d >= period.f and d < period.u";
      add("E&M per 1,000", lob, rate(lob, "select count(*)" + within), visits[i]);
    }
    add(
        "E&M primary physician %",
        "MCR",
        feed.number(
            "select 100.0 * avg(physician::int) from visit, period where lob = 'MCR' and d >="
                + " period.f and d < period.u"),
        27,
        38);
    String ct = "code in ('70450', '74177', '71260', '71250', '74176', '71275')";
    String mri = "code in ('70551', '70553', '72148', '73721', '72141', '74183')";
    String from = "select count(*) from within where type = 'PROFESSIONAL' and lob = '";
    add("CT per 1,000", "MCR", rate("MCR", from + "MCR' and " + ct), 650, 810);
    add("CT per 1,000", "COM", rate("COM", from + "COM' and " + ct), 105, 160);
    add("MRI per 1,000", "MCR", rate("MCR", from + "MCR' and " + mri), 215, 280);
    add("MRI per 1,000", "COM", rate("COM", from + "COM' and " + mri), 60, 95);
    double[][] nursing = {{34, 55}, {0, 6}, {0, 2}};
    for (int i = 0; i < 3; i++) {
      String stays =
          "select count(distinct (member, admitted)) from within where tob like '21%' and lob = '"
              + LOBS[i]
              + "'";
      add("SNF stays per 1,000", LOBS[i], rate(LOBS[i], stays), nursing[i]);
    }
  }

  private void hospital() throws SQLException {
    double[][] stays = {{225, 285}, {85, 120}, {46, 64}};
    double[][] again = {{14, 17.5}, {11.5, 15.5}, {7, 10}};
    double[][] length = {{4.7, 5.7}, {4.0, 5.2}, {3.5, 4.6}};
    feed.run(
        """
        create table chain as select member, lob, drg, ds, admitted, discharged,
          lead(admitted) over (partition by member order by admitted) as next
        from stay where drg not in ('945', '560')
        """);
    for (int i = 0; i < 3; i++) {
      String lob = LOBS[i];
      String in =
          " stay, period where lob = '"
              + lob
              + "' and admitted >= period.f and admitted < period.u";
      add("admissions per 1,000", lob, rate(lob, "select count(*) from" + in), stays[i]);
      String index =
          " from chain, period where lob = '"
              + lob
              + "' and admitted >= period.f and admitted < period.u and ds not in ('20', '02')";
      add(
          "30-day readmission %",
          lob,
          feed.number(
              "select 100.0 * avg(coalesce((next - discharged) between 0 and 30, false)::int)"
                  + index),
          again[i]);
      add(
          "mean length of stay",
          lob,
          feed.number(
              "select avg(discharged - admitted) from chain, period where lob = '"
                  + lob
                  + "' and admitted >= period.f and admitted < period.u"),
          length[i]);
    }
  }

  private void persons() throws SQLException {
    double[][] deaths = {{3.6, 4.8}, {.2, .6}, {.1, .3}};
    double[][] stayed = {{.965, .985}, {.78, .88}, {.85, .94}};
    double[][] unseen = {{7, 14}, {16, 26}, {17, 27}};
    for (int i = 0; i < 3; i++) {
      String lob = LOBS[i];
      String died =
          "select count(*) from person, period where died >= period.f and died < period.u and lob ="
              + " '"
              + lob
              + "' and member in (select member from exposure)";
      add("deaths a year %", lob, rate(lob, died) / 10, deaths[i]);
      add(
          "person-years / ever enrolled",
          lob,
          feed.number(
              "select sum(days) / 365.0 / count(*) from exposure where lob = '" + lob + "'"),
          stayed[i]);
      add(
          "no E&M in a year %",
          lob,
          feed.number(
              "select 100.0 * avg((seen is null)::int) from exposure left join (select distinct"
                  + " member, true as seen from visit, period where d >= period.f and d < period.u)"
                  + " using (member) where days >= 360 and lob = '"
                  + lob
                  + "'"),
          unseen[i]);
    }
    add(
        "cost in the last year of life %",
        "MCR",
        feed.number(
            "select 100.0 * sum(case when died is not null and d > died - 365 then paid else 0 end)"
                + " / sum(paid) from within join person using (member), period where within.lob ="
                + " 'MCR' and type <> 'PHARMACY' and d < period.f + interval 6 month"),
        20,
        28);
  }

  private void attribution() throws SQLException {
    double[][] attributed = {{80, 90}, {70, 84}, {68, 82}};
    double[][] same = {{80, 90}, {72, 84}, {76, 87}};
    double[][] plurality = {{.76, .88}, {.66, .80}, {.74, .86}};
    feed.run(
        """
        create table plurality as with visits as (
          select member, lob, d >= (select f from period) as y, tin, count(distinct d) as n, max(d) as last from primary_care
          where d >= (select f - interval 1 year from period) and d < (select u from period) group by all)
        select *, n / sum(n) over (partition by member, y) as share, sum(n) over (partition by member, y) as total,
          row_number() over (partition by member, y order by n desc, last desc, tin) as k from visits
        """);
    for (int i = 0; i < 3; i++) {
      String lob = LOBS[i];
      String enrolled =
          "(select distinct member, lob from span, period where span.f < period.u and l >= period.u"
              + " - 1 and lob = '"
              + lob
              + "')";
      add(
          "attributed by plurality %",
          lob,
          feed.number(
              "select 100.0 * avg((p.tin is not null)::int) from "
                  + enrolled
                  + " e left join plurality p on p.member = e.member and p.y and p.k = 1"),
          attributed[i]);
      add(
          "same practice next year %",
          lob,
          feed.number(
              "select 100.0 * avg((a.tin = b.tin)::int) from plurality a join plurality b using"
                  + " (member) where not a.y and b.y and a.k = 1 and b.k = 1 and a.lob = '"
                  + lob
                  + "'"),
          same[i]);
      add(
          "plurality share at practice",
          lob,
          feed.number("select avg(share) from plurality where k = 1 and y and lob = '" + lob + "'"),
          plurality[i]);
    }
  }

  private void conditions() throws SQLException {
    feed.run(
        """
        create table coded as select distinct member, substr(member, 1, 3) as lob, case
          when code like 'E08%' or code like 'E09%' or code like 'E10%' or code like 'E11%' or code like 'E13%' then 'DM'
          when code like 'I50%' then 'HF' when regexp_matches(code, '^I1[0-3]') then 'HTN' when code like 'E78%' then 'HLD'
          when regexp_matches(code, '^I2[0-5]') then 'IHD' when code like 'N18%' then 'CKD' when regexp_matches(code, '^J4[34]') then 'COPD'
          when code like 'I48%' then 'AF' when regexp_matches(code, '^(F0[1-3]|G30)') then 'DEM' when regexp_matches(code, '^F3[23]') then 'DEP'
          when regexp_matches(code, '^(I63|I69|Z8673)') then 'CVA' when code like 'C50%' then 'CAB' when code like 'C61%' then 'CAP'
          when regexp_matches(code, '^(C34|C18|C20)') then 'CAO' when code like 'J45%' then 'AST' end as condition
        from (select member, unnest(diagnoses) as code from claim, period where claim.f < period.u) where condition is not null
        """);
    String adults =
        " from exposure join person using (member), period where days >= 300 and exposure.lob = '";
    String has = "(member in (select member from coded where condition = '";
    add(
        "diabetes %",
        "MCR", feed.number("select 100.0 * avg(" + has + "DM'))::int)" + adults + "MCR'"), 25, 30);
    add(
        "heart failure %",
        "MCR", feed.number("select 100.0 * avg(" + has + "HF'))::int)" + adults + "MCR'"), 12, 17);
    add(
        "two or more conditions %",
        "MCR",
        feed.number(
            "select 100.0 * avg((member in (select member from coded group by member having"
                + " count(*) >= 2))::int)"
                + adults
                + "MCR'"),
        63,
        74);
    String grown = "' and born < period.f - interval 18 year";
    add(
        "diabetes, adults %",
        "MCD",
        feed.number("select 100.0 * avg(" + has + "DM'))::int)" + adults + "MCD" + grown),
        9,
        13);
    add(
        "diabetes, adults %",
        "COM",
        feed.number("select 100.0 * avg(" + has + "DM'))::int)" + adults + "COM" + grown),
        6,
        9);
  }

  private void messages() throws SQLException {
    add(
        "ADT messages per stay",
        "all",
        feed.number(
            "select count(*) * 1.0 / count(distinct visit) from adt where visit in (select visit"
                + " from adt where class = 'INPATIENT')"),
        7,
        11);
    add(
        "A01 matched by a claim %",
        "all",
        feed.number(
            """
            select 100.0 * avg(found) from (select visit, max((s.member is not null)::int) as found from
              (select visit, any_value(member) as member, (min(moment) - interval 6 hour)::date as day from adt, period
               where class = 'INPATIENT' and code in ('A01', 'A06') and moment >= period.f and moment < period.u group by visit) a
            left join (select distinct member, f, t, received from version where tob = '111') s
              on s.member = a.member and s.f between a.day - 2 and a.day + 1 and s.received <= s.t + 90 group by visit)
            """),
        95,
        98);
    add(
        "ED Monday to Sunday",
        "all",
        feed.number(
            "select (count(*) filter (dayofweek(d) = 1)) * 1.0 / count(*) filter (dayofweek(d) = 0)"
                + " from (select distinct member, d from line where tob like '13%' and rev like"
                + " '045%')"),
        1.08,
        1.16);
    add(
        "ED arrivals 10-20 h %",
        "all",
        feed.number(
            "select 100.0 * avg((hour(moment - interval 6 hour) between 10 and 19)::int) from adt"
                + " where code = 'A04' and class = 'EMERGENCY'"),
        54,
        64);
  }

  private void sanity() throws SQLException {
    add("office visits, flattest weekday step %", "all", flattest(), 2, 1000);
    add(
        "records received before service",
        "all",
        feed.number("select count(*) from version where received < f"),
        0,
        0);
    add(
        "stays ending before they begin",
        "all",
        feed.number("select count(*) from claim where discharged < admitted"),
        0,
        0);
    add(
        "persons with two deaths",
        "all",
        feed.number(
            "select count(*) from (select member from enrolled where kind = 'PERSON' and"
                + " person.deathDate is not null group by member having count(*) > 1)"),
        0,
        0);
    add(
        "claims outside coverage",
        "all",
        feed.number(
            "select count(*) from claim c where member in (select member from span) and not exists"
                + " (select 1 from span s where s.member = c.member and coalesce(c.admitted, c.f)"
                + " between s.f and s.l)"),
        0,
        0);
    for (String lob : LOBS) {
      String year =
          "select sum(paid) from line, period where type <> 'PHARMACY' and lob = '"
              + lob
              + "' and d >= period.f + interval %s and d < period.u + interval %s";
      String months =
          "select sum(greatest(0, least(l, (select (u + interval %s)::date - 1 from period)) -"
              + " greatest(span.f, (select (f + interval %s)::date from period)) + 1)) from span"
              + " where lob = '"
              + lob
              + "'";
      double now =
          feed.number(year.replace("%s", "'0' month"))
              / feed.number(months.replace("%s", "'0' month"));
      double before =
          feed.number(year.replace("%s", "'-12' month"))
              / feed.number(months.replace("%s", "'-12' month"));
      add("PMPM growth in a year %", lob, 100 * (now / before - 1), -12, 12);
    }
  }

  /**
   * The smallest difference, in percent of the mean, that any weekday has to the mean of office
   * visits.
   */
  private double flattest() throws SQLException {
    return feed.number(
        """
        select min(abs(n / mean - 1)) * 100 from (select n, avg(n) over () as mean from
          (select dayofweek(d) as w, count(*) as n from line where pos = '11' and code in ('99213', '99214') group by w))
        """);
  }
}
