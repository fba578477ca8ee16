-- Published results of the program as facts: the releases of 2016, 2021 and 2023, one of each regime of quality. %1$s: their directory.
-- Money is whole dollars; scores are percents, in 2016 fractions with four digits; a printed rate that is a permitted choice was chosen.

CREATE MACRO printed(t) AS TRY_CAST(regexp_replace(t, '[$,%%]', '', 'g') AS DECIMAL(38,12));

CREATE TABLE published AS
SELECT aco, year, track, CAST(start AS DATE) AS start, CAST(printed(n) AS BIGINT) AS n, CAST(printed(b) * 100 AS HUGEINT) AS b_c,
  CAST(printed(e) * 100 AS HUGEINT) AS e_c, printed(rate) AS rate, two_sided, met, alternative, printed(score) / 100 AS score,
  coalesce(abs(CAST(printed(disaster) * 100 AS HUGEINT)), 0) AS disaster_c, CAST(printed(earned) AS BIGINT) AS earned
FROM (
  SELECT ACO_ID AS aco, 2023 AS year, CASE Current_Track WHEN 'EN' THEN 'ENHANCED' ELSE 'BASIC_' || Current_Track END AS track,
    strptime(Current_Start_Date, '%%m/%%d/%%Y') AS start, N_AB AS n, ABtotBnchmk AS b, ABtotExp AS e, MinSavPerc AS rate,
    Risk_Model = 'Two-Sided' AS two_sided, Met_QPS = '1' AS met, Met_AltQPS = '1' AS alternative, QualScore AS score, DisAdj AS disaster,
    EarnSaveLoss AS earned
  FROM read_csv('%1$s/puf_2023.csv', header = true, all_varchar = true)
  UNION ALL
  SELECT ACO_ID, 2021, CASE WHEN Current_Track_1 = '1' THEN 'TRACK_1' WHEN Current_Track_2 = '1' THEN 'TRACK_2'
      WHEN Current_Track_3 = '1' THEN 'TRACK_3' WHEN Current_Track_1_Plus = '1' THEN 'TRACK_1_PLUS' WHEN Current_BASIC_A = '1' THEN 'BASIC_A'
      WHEN Current_BASIC_B = '1' THEN 'BASIC_B' WHEN Current_BASIC_C = '1' THEN 'BASIC_C' WHEN Current_BASIC_D = '1' THEN 'BASIC_D'
      WHEN Current_BASIC_E = '1' THEN 'BASIC_E' ELSE 'ENHANCED' END,
    strptime(Current_Start_Date, '%%m/%%d/%%Y'), N_AB, ABtotBnchmk, ABtotExp, MinSavPerc, Risk_Model = 'Two-Sided', Met_QPS = '1', false,
    QualScore, DisAdj, EarnSaveLoss
  FROM read_csv('%1$s/puf_2021.csv', header = true, all_varchar = true)
  UNION ALL
  SELECT ACO_Num, 2016, CASE WHEN Current_Track_1 = '1' THEN 'TRACK_1' WHEN Current_Track_2 = '1' THEN 'TRACK_2' ELSE 'TRACK_3' END,
    strptime(Current_Start_Date, '%%m/%%d/%%y'), N_AB, ABtotBnchmk, ABtotExp, CAST(printed(MinSavPerc) * 100 AS VARCHAR),
    Current_Track_1 <> '1', Met_QPS = '1', false, CAST(printed(QualScore) * 100 AS VARCHAR), NULL, EarnSaveLoss
  FROM read_csv('%1$s/puf_2016.csv', header = true, all_varchar = true));

INSERT INTO mssp_fact BY NAME
SELECT aco || '|' || year AS key, year, track, start AS agreement_start, CAST(year - year(start) + 1 AS INTEGER) AS agreement_year, n, b_c, e_c,
  CASE WHEN two_sided AND rate IN (0, 0.5, 1, 1.5, 2) THEN CAST(rate * 10000 AS HUGEINT) END AS choice_m, false AS half_year,
  false AS full_reporting, met AS standard, alternative, CAST(score * 1000000000000 AS HUGEINT) AS score_f, disaster_c,
  false AS low_revenue, false AS guardrail, CAST(0 AS HUGEINT) AS balance_c, make_date(year + 1, 10, 1) AS paid_on
FROM published;
